function Format-UcCause {
    <#
    .SYNOPSIS
    What an error says, in one line.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    return ([string]$Cause.Exception.Message).Trim() -replace '\s*[\r\n]+\s*', ' '
}
