function Invoke-UcStepReader {
    <#
    .SYNOPSIS
    Runs a command that reads.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param([hashtable]$Command)
    $parameters = ConvertTo-UcSplat $Command
    $parameters['ErrorAction'] = 'Stop'
    $name = $Command['name']
    & $name @parameters
}
