function Get-UcTestCause {
    <#
    .SYNOPSIS
    Why a test failed, in one line: what the error says, and what it was caused by.

    .DESCRIPTION
    The error of a test says that it failed; the status of the web service stands in an exception inside of it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    $said = Format-UcCause $Cause
    $inner = $Cause.Exception.InnerException
    while ($null -ne $inner) {
        $text = ([string]$inner.Message).Trim() -replace '\s*[\r\n]+\s*', ' '
        if ($text -and -not $said.Contains($text)) { $said += ' ' + $text }
        $inner = $inner.InnerException
    }
    return $said
}
