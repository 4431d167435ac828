# What the commands about the Access Edge, hosting providers and replication do. State in, objects out. An Edge sees a
# change only after replication.

# How the Edge routes is the type of the answer, and from 2015 on a property of it.
$script:routingMethod = @{ DnsSrvRouting = 'UseDnsSrvRouting'; DefaultRoute = 'UseDefaultRouting' }
$script:accessEdgeShow = {
    param($State, $Item)
    $fields = [ordered]@{ Identity = $Item.Identity }
    foreach ($name in 'AllowAnonymousUsers', 'AllowFederatedUsers', 'AllowOutsideUsers') { $fields[$name] = $Item.$name }
    if ($State.Lync.Version -ne '2013') { $fields['RoutingMethod'] = $script:routingMethod[$Item.Routing] }
    if ($Item.Routing -eq 'DefaultRoute') { $fields['DefaultRouteFqdn'] = $Item.DefaultRouteFqdn } else { $fields['EnablePartnerDiscovery'] = $Item.EnablePartnerDiscovery }
    return $fields
}
Add-SimulationSetting -Noun CsAccessEdgeConfiguration -Product Lync -List AccessEdgeConfigurations -Type '' -Show $script:accessEdgeShow
$script:behavior['Get-CsAccessEdgeConfiguration'] = {
    param($call)
    $setting = Get-SimulationSetting $call
    foreach ($item in Select-SimulationSetting $call -Local ([bool]$call.Bound['LocalStore'])) {
        $fields = & $setting.Show $call.State $item
        $kind = $item.Routing
        if ($fields.Contains('RoutingMethod')) { $kind = '' }
        New-SimulationObject ('Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayAccessEdgeSettings' + $kind) $fields
    }
}

# The way of routing is chosen by a switch; partners are discovered only by the one that asks DNS.
$script:behavior['Set-CsAccessEdgeConfiguration'] = {
    param($call)
    $item = $call.State.Lync.AccessEdgeConfigurations[0]
    if ($call.Bound['UseDefaultRouting'] -and -not $call.Bound['DefaultRouteFqdn']) { Stop-SimulationCommand (New-SimulationLyncError 'Default routing needs -DefaultRouteFqdn.' 'Global') }
    $also = @{}
    if ($call.Bound['UseDefaultRouting']) { $also['Routing'] = 'DefaultRoute' }
    if ($call.Bound['UseDnsSrvRouting']) { $also = @{ Routing = 'DnsSrvRouting'; DefaultRouteFqdn = $null } }
    Set-SimulationItem $call $item 'Global' -Control 'UseDefaultRouting', 'UseDnsSrvRouting' -Also $also
}

Add-SimulationSetting -Noun CsHostingProvider -Product Lync -List HostingProviders -Verb Get, Set, Remove -Type 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayHostingProvider' -Show {
    param($State, $Item)
    $fields = [ordered]@{ Identity = $Item.Identity; Name = $Item.Identity }
    foreach ($name in $script:hostingProvider.Keys) { $fields[$name] = $Item.$name }
    return $fields
}

# Neither name nor proxy may be those of another provider, hosting or public.
$script:behavior['New-CsHostingProvider'] = {
    param($call)
    $bound = $call.Bound
    $identity = Get-SimulationIdentity $bound['Identity']
    foreach ($other in @($call.State.Lync.HostingProviders) + @($call.State.Lync.PublicProviders)) {
        if ($other.Identity -eq $identity) { Stop-SimulationCommand (New-SimulationLyncError ('The provider "' + $identity + '" already exists.') $identity) }
        if ($other.ProxyFqdn -eq $bound['ProxyFqdn']) { Stop-SimulationCommand (New-SimulationLyncError ('The provider "' + $other.Identity + '" already has the proxy ' + $other.ProxyFqdn + '.') $identity) }
    }
    if (-not (Test-SimulationProcess $call $identity)) { return }
    $provider = New-SimulationItem 'Identity' $identity $null $script:hostingProvider
    foreach ($name in $script:hostingProvider.Keys) { if ($bound.ContainsKey($name)) { $provider.$name = $bound[$name] } }
    Add-SimulationItem $call 'Lync' 'HostingProviders' $provider
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $provider
}

# Every computer with a local copy of the store, and whether it is up to date.
function Get-SimulationReplicaList {
    param($State)
    $published = Test-SimulationPublished $State
    $inner = @($State.Lync.Pools | Where-Object { $_.Services -notcontains 'PstnGateway' } | ForEach-Object { $_.Computers })
    $replicating = @($State.Lync.TrustedPools | Where-Object { $_.RequiresReplication } | ForEach-Object { $_.PoolFqdn })
    foreach ($fqdn in $inner + @($State.Lync.TrustedComputers | Where-Object { $replicating -contains $_.PoolFqdn } | ForEach-Object { $_.Fqdn })) {
        [pscustomobject]@{ Fqdn = $fqdn; UpToDate = $published -and (Test-SimulationReplica $State $fqdn) }
    }
}

$script:behavior['Get-CsManagementStoreReplicationStatus'] = {
    param($call)
    $time = (Get-SimulationStateTime $call.State).ToLocalTime()
    foreach ($replica in Get-SimulationReplicaList $call.State) {
        if ($call.Bound['ReplicaFqdn'] -and $replica.Fqdn -ne $call.Bound['ReplicaFqdn']) { continue }
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.ReplicaState' ([ordered]@{ UpToDate = $replica.UpToDate; ReplicaFqdn = $replica.Fqdn; LastStatusReport = $time; LastUpdateCreation = $time; ProductVersion = '' })
    }
}

$script:behavior['Invoke-CsManagementStoreReplication'] = {
    param($call)
    if (-not (Test-SimulationProcess $call 'Replication')) { return }
    foreach ($replica in Get-SimulationReplicaList $call.State) {
        if ($call.Bound['ReplicaFqdn'] -and $replica.Fqdn -ne $call.Bound['ReplicaFqdn']) { continue }
        if ($null -ne (Select-SimulationByFqdn $call.State.Runtime.Replicas $replica.Fqdn)) { Update-SimulationReplica $call.State $replica.Fqdn }
    }
    $call.State.Runtime.Elapsed++
    Save-SimulationState $call.State
}
