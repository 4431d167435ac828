function Test-UcSilentCommand {
    <#
    .SYNOPSIS
    Whether a command tells nobody that it failed: a script of Exchange writes what went wrong to the screen and ends.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Command)
    return $Command['name'] -like '*.ps1'
}
