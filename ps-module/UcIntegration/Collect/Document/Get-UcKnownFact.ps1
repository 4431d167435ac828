function Get-UcKnownFact {
    <#
    .SYNOPSIS
    What earlier sections of this collection told; nothing if they did not.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param([hashtable]$Context, [string]$Path)
    $fact = $Context.Known[$Path]
    if ($null -ne $fact -and $fact.Contains('values')) { return $fact['values'] }
}
