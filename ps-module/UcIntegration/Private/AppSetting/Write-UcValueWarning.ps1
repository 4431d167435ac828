function Write-UcValueWarning {
    <#
    .SYNOPSIS
    Says what was wrong with the values that were given, and what is written instead.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([object[]]$Change)
    foreach ($one in $Change) {
        foreach ($warning in $one['valueWarnings']) {
            Write-Warning -Message (Get-UcText -Key 'Edit_Value' -Values $one['key'], $one['new'], $warning['message'])
        }
    }
}
