# A shell is known by a command of its own, never by the name of a computer or a window.
$script:UcShellCommand = [ordered]@{ Exchange = 'Get-ExchangeServer'; Lync = 'Get-CsServerVersion' }

function Get-UcShell {
    <#
    .SYNOPSIS
    The shells that this session is; Local if it is neither.
    #>
    [OutputType([string])]
    param()
    $present = @($script:UcShellCommand.Keys | Where-Object { Test-UcShellCommand -Name $script:UcShellCommand[$_] })
    if ($present.Count -eq 0) { return 'Local' }
    return $present
}
