function Write-UcUnresolvedFinding {
    <#
    .SYNOPSIS
    What must be fixed manually.

    .DESCRIPTION
    One missing fact makes several rules unknown, and is written once.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param($Plan)
    foreach ($group in ($Plan.Unresolved | Group-Object -Property Message, Remedy)) {
        $one = $group.Group[0]
        $rules = @($group.Group | ForEach-Object { ($_.Rule + ' ' + $_.Target).Trim() } | Select-Object -Unique) -join ', '
        Write-Warning -Message (Get-UcText -Key 'OwaIm_Unresolved' -Values $rules, $one.Message, $one.Remedy)
    }
}
