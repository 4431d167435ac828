# The registry of a simulated machine: the values that facts are made of. Must not touch the registry of the machine that
# runs the test, which may have none.

$script:imKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
$script:tcpKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'

# A value of the machine that was entered; nothing where it has none, or where no machine was entered. The state keeps
# paths without the folder of the machine, which may be copied.
function Get-SimulationRegistryValue {
    param([Parameter(Mandatory = $true)][string]$Key, [Parameter(Mandatory = $true)][string]$Name)
    if ($null -eq $script:simulation.Computer) { return }
    $machine = Get-SimulationMachine (Get-SimulationState) $script:simulation.Computer
    if ($Key -eq $script:tcpKey -and $Name -eq 'Domain') { return $machine.Domain }
    if ($Key -ne $script:imKey -or $Name -ne 'ImplementationDLLPath' -or $null -eq $machine.Ucma) { return }
    if ($machine.Ucma -eq '') { return '' }
    return Get-SimulationMachinePath $script:simulation.Directory $machine.Fqdn $machine.Ucma
}
