function Test-UcSilentCommand {
    <#
    .SYNOPSIS
    Whether the end of a command proves nothing.

    .DESCRIPTION
    A script of Exchange writes what went wrong to the screen and ends; a server that was asked to refresh says that it
    heard, not what it works with now.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Command)
    return $Command['name'] -like '*.ps1' -or $Command['name'] -eq 'Get-ExchangeDiagnosticInfo'
}
