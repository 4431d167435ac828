# What the commands about Exchange servers, the organization, availability groups and health do. State in, objects out;
# must not touch files.

function New-SimulationServerVersion {
    param([string]$Version)
    $parts = $Version.Split('.')
    # A property that has properties arrives as its text.
    return 'Version {0}.{1} (Build {2}.{3})' -f $parts
}

function ConvertTo-SimulationServer {
    param($State, $Server)
    return New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.ExchangeServer' ([ordered]@{
        Name = $Server.Name; Identity = $Server.Name; Fqdn = $Server.Fqdn; Domain = $State.Domain
        AdminDisplayVersion = New-SimulationServerVersion $Server.Version; ServerRole = $Server.Roles -join ', '
        IsMailboxServer = $Server.Roles -contains 'Mailbox'; IsClientAccessServer = Test-SimulationRole $Server.Roles $Server.Version 'ClientAccess'
        IsUnifiedMessagingServer = @($State.Exchange.UmServices | Where-Object { $_.Fqdn -eq $Server.Fqdn }).Count -gt 0
        IsHubTransportServer = $Server.Roles -contains 'Mailbox'; IsEdgeServer = $false; IsE15OrLater = (Get-SimulationExchangeYear $Server.Version) -ne '2010'
        Site = $State.Domain + '/Configuration/Sites/' + $Server.Site; Edition = $Server.Edition
    })
}

# A server by its name or its FQDN; only the first is an error when it is not there.
function Select-SimulationServer {
    param($State, $Identity)
    return @(Select-SimulationItem $State.Exchange.Servers $Identity { param($server) $server.Name; $server.Fqdn })
}

# Commands that ask the server itself, not the directory, end here when it is down.
function Assert-SimulationReachable {
    param($Server)
    if ($Server.Reachable) { return }
    Stop-SimulationCommand (New-SimulationError -Message ('The call to ' + $Server.Fqdn + ' failed: the RPC server is unavailable.') -Type 'RpcException' -Category 'ConnectionError' -Target $Server.Name)
}

$script:behavior['Get-ExchangeServer'] = {
    param($call)
    foreach ($server in Select-SimulationServer $call.State $call.Bound['Identity']) {
        if ($call.Bound['Domain'] -and $call.Bound['Domain'] -ne $call.State.Domain) { continue }
        ConvertTo-SimulationServer $call.State $server
    }
}

$script:behavior['Get-OrganizationConfig'] = {
    param($call)
    New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.OrganizationConfig' ([ordered]@{
        Name = $call.State.Exchange.Organization.Name; Identity = $call.State.Exchange.Organization.Name
        DistinguishedName = 'CN=' + $call.State.Exchange.Organization.Name + ',CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=' + ($call.State.Domain -replace '\.', ',DC=')
        OAuth2ClientProfileEnabled = $call.State.Exchange.Organization.OAuth2ClientProfileEnabled
    })
}

$script:behavior['Get-DatabaseAvailabilityGroup'] = {
    param($call)
    foreach ($dag in Select-SimulationItem $call.State.Exchange.Dags $call.Bound['Identity'] { param($item) $item.Name }) {
        New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.SystemConfiguration.DatabaseAvailabilityGroup' ([ordered]@{ Name = $dag.Name; Identity = $dag.Name; Servers = @($dag.Servers); WitnessServer = $dag.WitnessServer })
    }
}

# What each role requires of the services that are simulated, by the names that the product gives them.
$script:requiredService = [ordered]@{
    'Mailbox Server Role' = 'MSExchangeIS', 'MSExchangeMailboxAssistants', 'W3Svc'
    'Client Access Server Role' = @('W3Svc')
    'Unified Messaging Server Role' = 'MSExchangeUM', 'W3Svc'
}

$script:behavior['Test-ServiceHealth'] = {
    param($call)
    $name = $call.Bound['Server']
    if (-not $name) { $name = $script:simulation.Computer }
    foreach ($server in Select-SimulationServer $call.State $name) {
        Assert-SimulationReachable $server
        $services = @((Get-SimulationMachine $call.State $server.Fqdn).Services)
        foreach ($role in $script:requiredService.Keys) {
            $required = @($services | Where-Object { $script:requiredService[$role] -contains $_.Name })
            if ($required.Count -eq 0 -or ($role -like 'Unified*' -and @($required | Where-Object { $_.Name -eq 'MSExchangeUM' }).Count -eq 0)) { continue }
            $stopped = @($required | Where-Object { $_.Status -ne 'Running' } | ForEach-Object { $_.Name })
            New-SimulationExchangeObject 'Microsoft.Exchange.Monitoring.ExchangeServicesStatus' ([ordered]@{
                Role = $role; RequiredServicesRunning = $stopped.Count -eq 0; ServicesNotRunning = $stopped
                ServicesRunning = @($required | Where-Object { $_.Status -eq 'Running' } | ForEach-Object { $_.Name }); Identity = ''
            })
        }
    }
}

$script:behavior['Get-ServerHealth'] = {
    param($call)
    $set = 'OWA.Protocol.Dep'
    if ($call.Bound['HealthSet'] -and $call.Bound['HealthSet'] -ne $set) { return }
    foreach ($server in Select-SimulationServer $call.State $call.Bound['Identity']) {
        if (-not (Test-SimulationBackEnd $server)) { continue }
        Assert-SimulationReachable $server
        $fault = Get-SimulationEndpointFault $call.State $script:simulation.Directory $server.Fqdn
        New-SimulationExchangeObject 'Microsoft.Exchange.Monitoring.MonitorHealthEntry' ([ordered]@{
            Server = $server.Name; Identity = $set + '\OwaIMInitializationFailedMonitor'; CurrentHealthSetState = 'Online'; Name = 'OwaIMInitializationFailedMonitor'
            TargetResource = ''; HealthSetName = $set; HealthGroupName = 'Customer Touch Points'; AlertValue = $(if ($null -eq $fault) { 'Healthy' } else { 'Unhealthy' }); ServerComponent = 'None'
        })
    }
}
