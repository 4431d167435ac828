function Write-UcPlanOpen {
    <#
    .SYNOPSIS
    What the plan leaves to a person.

    .DESCRIPTION
    One missing fact keeps several rules from being judged, and is told once.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param($Plan)
    foreach ($group in ($Plan.Open | Group-Object -Property Message, Remedy)) {
        $one = $group.Group[0]
        $rules = @($group.Group | ForEach-Object { ($_.Rule + ' ' + $_.Target).Trim() } | Select-Object -Unique) -join ', '
        Write-Warning -Message (Get-UcText -Key 'OwaIm_Open' -Values $rules, $one.Message, $one.Remedy)
    }
}
