$script:UcSetupKey = 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup'

function Get-UcInstallPath {
    <#
    .SYNOPSIS
    The folder of Exchange with a backslash at its end; nothing on a machine without Exchange.

    .DESCRIPTION
    A shell that is older than the setup does not have the variable.
    #>
    [OutputType([string])]
    param()
    $path = $env:ExchangeInstallPath
    if (-not $path) { $path = [string](Get-UcRegistryValue -Key $script:UcSetupKey -Name 'MsiInstallPath') }
    if ($path) { return $path.TrimEnd('\') + '\' }
}
