# Makes this process look like a shell of a product on a machine of the estate, and ordinary again. Must undo all that it
# does to the process and to the registry.

$script:imKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
$script:tcpKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'

function Get-SimulationRegistryValue {
    param([string]$Key, [string]$Name)
    if (-not (Test-Path -LiteralPath $Key)) { return $null }
    return (Get-Item -LiteralPath $Key).GetValue($Name)
}

# Null takes the value away, and the key if the value is all that it is for.
function Set-SimulationRegistryValue {
    param([string]$Key, [string]$Name, $Value)
    if ($null -ne $Value) {
        if (-not (Test-Path -LiteralPath $Key)) { [void](New-Item -Path $Key -Force) }
        Set-ItemProperty -LiteralPath $Key -Name $Name -Value $Value
    } elseif ($Key -eq $script:imKey) {
        if (Test-Path -LiteralPath $Key) { Remove-Item -LiteralPath $Key -Recurse }
    } elseif ($null -ne (Get-SimulationRegistryValue $Key $Name)) {
        Remove-ItemProperty -LiteralPath $Key -Name $Name
    }
}

# The state keeps paths of a machine without the folder that the machine is in, which may be copied.
function Sync-SimulationRegistry {
    param($State)
    if ($null -eq $script:simulation.Computer) { return }
    $machine = Get-SimulationMachine $State $script:simulation.Computer
    $value = Get-SimulationRegistryValue $script:imKey 'ImplementationDLLPath'
    $root = Get-SimulationMachinePath $script:simulation.Directory $machine.Fqdn
    if ($value -and $value.StartsWith($root, [System.StringComparison]::OrdinalIgnoreCase)) { $value = $value.Substring($root.Length).TrimStart('\') }
    $machine.Ucma = $value
}

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

function Set-SimulationMachineRegistry {
    param($Machine)
    $script:simulation.Registry = @(
        @{ Key = $script:imKey; Name = 'ImplementationDLLPath'; Value = (Get-SimulationRegistryValue $script:imKey 'ImplementationDLLPath') },
        @{ Key = $script:tcpKey; Name = 'Domain'; Value = (Get-SimulationRegistryValue $script:tcpKey 'Domain') }
    )
    $dll = $Machine.Ucma
    if ($dll) { $dll = Get-SimulationMachinePath $script:simulation.Directory $Machine.Fqdn $dll }
    Set-SimulationRegistryValue $script:imKey 'ImplementationDLLPath' $dll
    Set-SimulationRegistryValue $script:tcpKey 'Domain' $Machine.Domain
}

function Enter-Simulation {
    param(
        [Parameter(Mandatory = $true)][string]$Directory,
        [Parameter(Mandatory = $true)][string]$Computer,
        [ValidateSet('Exchange', 'Lync', 'None')][string]$Shell = 'None'
    )
    Exit-Simulation
    $folder = (Resolve-Path -LiteralPath $Directory).ProviderPath
    $state = Get-SimulationState $folder
    $machine = Get-SimulationMachine $state $Computer
    $script:simulation.Directory = $folder
    $script:simulation.Domain = $state.Domain
    Set-SimulationMachineRegistry $machine
    $script:simulation.Computer = $machine.Fqdn
    $script:simulation.Shell = $Shell
    Set-SimulationEnvironment 'COMPUTERNAME' $machine.Name
    $install = ''
    if ($machine.Product -eq 'Exchange') { $install = Get-SimulationInstallPath $folder $machine.Fqdn }
    Set-SimulationEnvironment 'ExchangeInstallPath' $install
    if ($machine.Product -eq 'Exchange') { Set-SimulationEnvironment 'PSModulePath' ((Join-Path $PSScriptRoot 'modules') + [System.IO.Path]::PathSeparator + $env:PSModulePath) }
    Add-SimulationMachineCommand $machine
    if ($Shell -ne 'None') { Import-Module -Name (Get-SimulationModulePath $Shell (Get-SimulationShellVersion $state $Shell $machine.Fqdn)) -Global -DisableNameChecking }
}

function Exit-Simulation {
    if ($null -eq $script:simulation.Computer) { return }
    $state = Get-SimulationState
    Sync-SimulationRegistry $state
    Save-SimulationState $state
    foreach ($entry in $script:simulation.Registry) { Set-SimulationRegistryValue $entry.Key $entry.Name $entry.Value }
    foreach ($name in $script:simulation.Environment.Keys) { [Environment]::SetEnvironmentVariable($name, $script:simulation.Environment[$name]) }
    foreach ($name in 'Exchange', 'Lync', 'WebAdministration') {
        if ($null -ne (Get-Module -Name $name)) { Remove-Module -Name $name }
    }
    Remove-SimulationMachineCommand
    $script:simulation = @{ Directory = $null; Computer = $null; Shell = 'None'; Registry = @(); Environment = @{} }
}
