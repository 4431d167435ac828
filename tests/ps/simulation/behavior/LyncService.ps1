# What the commands about the Windows services of Lync do, on this computer or on another one. State in, objects out.

function Select-SimulationLyncService {
    param($Call)
    $computer = $script:simulation.Computer
    if ($Call.Bound['ComputerName']) { $computer = $Call.Bound['ComputerName'] }
    $machine = @($Call.State.Machines | Where-Object { $_.Fqdn -eq $computer -or $_.Name -eq $computer })
    if ($machine.Count -eq 0) { Stop-SimulationCommand (New-SimulationLyncNotFound $computer) }
    $services = @($machine[0].Services | Where-Object { $_.Name -match '^(RTC|REPLICA)' })
    $wanted = $Call.Bound['Name']
    if ($wanted) { $services = @(Select-SimulationItem $services $wanted { param($item) $item.Name } $script:lyncNotFound) }
    foreach ($service in $services) { @{ Fqdn = $machine[0].Fqdn; Name = $service.Name; Status = $service.Status } }
}

$script:behavior['Get-CsWindowsService'] = {
    param($call)
    foreach ($service in Select-SimulationLyncService $call) {
        New-SimulationObject 'Microsoft.Rtc.Management.Deployment.Core.NTService' ([ordered]@{ Status = $service.Status; Name = $service.Name; ActivityLevel = '' })
    }
}

$script:behavior['Start-CsWindowsService'] = {
    param($call)
    foreach ($service in Select-SimulationLyncService $call) { if (Test-SimulationProcess $call $service.Name) { Set-SimulationServiceStatus $service.Fqdn $service.Name 'Start' } }
}

$script:behavior['Stop-CsWindowsService'] = {
    param($call)
    foreach ($service in Select-SimulationLyncService $call) { if (Test-SimulationProcess $call $service.Name) { Set-SimulationServiceStatus $service.Fqdn $service.Name 'Stop' } }
}
