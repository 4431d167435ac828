function Get-UcPfxFailure {
    <#
    .SYNOPSIS
    The id of the error of a .pfx file that did not open, and why: ERROR_INVALID_PASSWORD comes through .NET as it
    is.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    $id = 'CertificateUnreadable'
    if ([System.Runtime.InteropServices.Marshal]::GetHRForException($Cause.Exception.GetBaseException()) -eq -2147024810) { $id = 'PasswordWrong' }
    return @{ Certificate = @(); Failure = $id; Cause = Get-UcCause -Cause $Cause }
}
