function Get-UcThrown {
    <#
    .SYNOPSIS
    The record that was thrown: our own, where it is one.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    if ($Cause.TargetObject -is [System.Management.Automation.ErrorRecord]) { return $Cause.TargetObject }
    return $Cause
}
