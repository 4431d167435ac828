# Makes this process look like a shell of a product on a machine of the estate, and ordinary again. Must undo all that it
# does to the process.

function Get-SimulationShellVersion {
    param($State, [string]$Shell, [string]$Fqdn)
    if ($Shell -eq 'Lync') { return $State.Lync.Version }
    $server = Select-SimulationByFqdn $State.Exchange.Servers $Fqdn
    if ($null -ne $server) { return Get-SimulationExchangeYear $server.Version }
    return @($State.Exchange.Servers | ForEach-Object { Get-SimulationExchangeYear $_.Version } | Sort-Object)[-1]
}

function Set-SimulationEnvironment {
    param([string]$Name, [string]$Value)
    if (-not $script:simulation.Environment.ContainsKey($Name)) { $script:simulation.Environment[$Name] = [Environment]::GetEnvironmentVariable($Name) }
    [Environment]::SetEnvironmentVariable($Name, $Value)
}

function Enter-Simulation {
    param(
        [Parameter(Mandatory = $true)][string]$Directory,
        [Parameter(Mandatory = $true)][string]$Computer,
        [ValidateSet('Exchange', 'Lync', 'None')][string]$Shell = 'None',
        # This process is the far side of a session: what its commands put out is raw, and the session serializes it.
        [switch]$AsServer,
        # The commands of the shell come from somewhere else, such as a session.
        [switch]$AsClient
    )
    Exit-Simulation
    $folder = (Resolve-Path -LiteralPath $Directory).ProviderPath
    $state = Get-SimulationLook $folder
    $machine = Get-SimulationMachine $state $Computer
    $script:simulation.Directory = $folder
    $script:simulation.Domain = $state.Domain
    $script:simulation.Computer = $machine.Fqdn
    $script:simulation.Shell = $Shell
    $script:simulation.AsServer = [bool]$AsServer
    Set-SimulationEnvironment 'COMPUTERNAME' $machine.Name
    $install = ''
    if ($machine.Product -eq 'Exchange') { $install = Get-SimulationInstallPath $folder $machine.Fqdn }
    Set-SimulationEnvironment 'ExchangeInstallPath' $install
    if ($machine.Product -eq 'Exchange') { Set-SimulationEnvironment 'PSModulePath' ((Join-Path $PSScriptRoot 'modules') + [System.IO.Path]::PathSeparator + $env:PSModulePath) }
    if ($AsServer) { Add-SimulationSession $machine.Fqdn } else { Add-SimulationMachineCommand $machine }
    if ($Shell -ne 'None' -and -not $AsClient) { Import-Module -Name (Get-SimulationModulePath $Shell (Get-SimulationShellVersion $state $Shell $machine.Fqdn)) -Global -DisableNameChecking }
}

function Exit-Simulation {
    if ($null -eq $script:simulation.Computer) { return }
    foreach ($name in $script:simulation.Environment.Keys) { [Environment]::SetEnvironmentVariable($name, $script:simulation.Environment[$name]) }
    foreach ($name in 'Exchange', 'Lync', 'WebAdministration') {
        if ($null -ne (Get-Module -Name $name)) { Remove-Module -Name $name }
    }
    Remove-SimulationMachineCommand
    $script:simulation = @{ Directory = $null; Computer = $null; Shell = 'None'; AsServer = $false; Environment = @{} }
}
