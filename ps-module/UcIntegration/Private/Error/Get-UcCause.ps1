function Get-UcCause {
    <#
    .SYNOPSIS
    What an error says that was caught, without the sentences that .NET and PowerShell put around it.

    .DESCRIPTION
    It was handled, so the user's list of errors does not keep it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    $inner = $Cause.Exception
    while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
    if ($global:Error.Count -gt 0) { $global:Error.RemoveAt(0) }
    return $inner.Message.Trim() -replace '\s*[\r\n]+\s*', ' '
}
