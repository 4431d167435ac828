function Test-UcExchangeMachine {
    <#
    .SYNOPSIS
    Whether Exchange is on this machine.

    .DESCRIPTION
    Where the registry did not say, that is an error: an empty answer would say that Exchange has nothing of what is asked.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Context)
    $fact = $Context.Known['machine.installPath']
    if ($null -ne $fact -and $fact.Contains('error')) { throw (New-Object System.InvalidOperationException $fact['error']) }
    return [bool]$Context.InstallPath
}
