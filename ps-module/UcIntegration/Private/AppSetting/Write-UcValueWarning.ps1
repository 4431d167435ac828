function Write-UcValueWarning {
    <#
    .SYNOPSIS
    Says what was wrong with the values that were given, and what is written instead.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [object[]]$Change)
    foreach ($one in $Change) {
        foreach ($warning in $one['valueWarnings']) {
            $Cmdlet.WriteWarning((Get-UcText -Key 'Edit_Value' -Values $one['key'], $one['new'], $warning['message']))
        }
    }
}
