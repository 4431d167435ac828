function Write-UcRunError {
    <#
    .SYNOPSIS
    Writes what went wrong in a run as errors of the command.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Run)
    foreach ($record in $Run.Errors) { $Cmdlet.WriteError($record) }
}
