function Test-UcShellCommand {
    <#
    .SYNOPSIS
    Whether this session has a command.

    .DESCRIPTION
    Loaded: only in what is loaded, which is so of a shell of a product once its first command was found. Looking further
    for one that is not there makes a shell search all modules of the machine. Get-Command is not asked: it makes an error
    of a command that is missing, which takes ten times as long.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$Name, [switch]$Loaded)
    $commands = $ExecutionContext.InvokeCommand
    if (-not $Loaded) { return $null -ne $commands.GetCommand($Name, 'Alias, Function, Cmdlet') }
    return (Test-Path -LiteralPath ('Function:\' + $Name)) -or $null -ne $commands.GetCmdlet($Name)
}
