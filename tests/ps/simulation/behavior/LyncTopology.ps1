# What the commands about the topology of Lync do: versions, sites, pools, computers, services. State in,
# objects out; only Enable-CsTopology changes something, and that is what runs.

function New-SimulationLyncNotFound {
    param([string]$Identity)
    return New-SimulationError -Message ('Cannot find "' + $Identity + '" in the topology document.') -Type 'ItemNotFoundException' -Id 'ItemNotFound' -Category 'ObjectNotFound' -Target $Identity
}

$script:lyncNotFound = { param($text) New-SimulationLyncNotFound $text }

$script:behavior['Get-CsServerVersion'] = { param($call) $script:lyncVersion[$call.State.Lync.Version] }

$script:behavior['Get-CsSite'] = {
    param($call)
    foreach ($site in Select-SimulationItem $call.State.Lync.Sites $call.Bound['Identity'] { param($item) $item.Identity; $item.SiteId } $script:lyncNotFound) {
        $pools = @($call.State.Lync.Pools | Where-Object { $_.Site -eq $site.Identity } | ForEach-Object { $_.Fqdn })
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplaySite' ([ordered]@{ Identity = $site.Identity; SiteId = $site.SiteId; DisplayName = $site.DisplayName; SiteType = 'CentralSite'; Pools = $pools })
    }
}

# Trusted pools are pools too: all that asks for a Lync pool must look at its services.
function Get-SimulationPoolObject {
    param($State)
    foreach ($pool in $State.Lync.Pools) {
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayPool' ([ordered]@{
            Identity = $pool.Fqdn; Services = @($pool.Services | ForEach-Object { $_ + ':' + $pool.Fqdn }); Computers = @($pool.Computers); Fqdn = $pool.Fqdn; BackupPoolFqdn = ''; Site = $pool.Site
        })
    }
    foreach ($pool in $State.Lync.TrustedPools) {
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayPool' ([ordered]@{
            Identity = $pool.PoolFqdn; Services = @('TrustedApplicationPool:' + $pool.PoolFqdn); Fqdn = $pool.PoolFqdn; BackupPoolFqdn = ''; Site = $pool.Site
            Computers = @($State.Lync.TrustedComputers | Where-Object { $_.PoolFqdn -eq $pool.PoolFqdn } | ForEach-Object { $_.Fqdn })
        })
    }
}

$script:behavior['Get-CsPool'] = {
    param($call)
    Select-SimulationItem @(Get-SimulationPoolObject $call.State) $call.Bound['Identity'] { param($item) $item.Fqdn } $script:lyncNotFound |
        Where-Object { -not $call.Bound['Site'] -or $_.Site -eq $call.Bound['Site'] }
}

$script:behavior['Get-CsComputer'] = {
    param($call)
    $all = @(foreach ($pool in Get-SimulationPoolObject $call.State) {
        foreach ($fqdn in $pool.Computers) { New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayComputer' ([ordered]@{ Identity = $fqdn; Pool = $pool.Fqdn; Fqdn = $fqdn }) }
    })
    Select-SimulationItem $all $call.Bound['Identity'] { param($item) $item.Fqdn } $script:lyncNotFound | Where-Object { -not $call.Bound['Pool'] -or $_.Pool -eq $call.Bound['Pool'] }
}

# Without a kind every service is shown.
$script:behavior['Get-CsService'] = {
    param($call)
    $roles = @('Registrar', 'UserServer', 'WebServer', 'MediationServer', 'PstnGateway', 'EdgeServer', 'TrustedApplicationPool' | Where-Object { $call.Bound[$_] })
    $found = @(foreach ($pool in Get-SimulationPoolObject $call.State) {
        foreach ($service in $pool.Services) {
            $role = $service.Split(':')[0]
            if ($call.Bound['PoolFqdn'] -and $pool.Fqdn -ne $call.Bound['PoolFqdn']) { continue }
            if ($roles.Count -gt 0 -and $roles -notcontains $role) { continue }
            New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayService' ([ordered]@{ Identity = $role + ':' + $pool.Fqdn; ServiceId = '1-' + $role + '-1'; SiteId = $pool.Site; PoolFqdn = $pool.Fqdn; Role = $role })
        }
    })
    Select-SimulationItem $found $call.Bound['Identity'] { param($item) $item.Identity } $script:lyncNotFound
}

$script:behavior['Get-CsTopology'] = {
    param($call)
    New-SimulationObject 'Microsoft.Rtc.Management.Deploy.Internal.Topology' ([ordered]@{ Sites = @($call.State.Lync.Sites | ForEach-Object { $_.Identity }); Pools = @(Get-SimulationPoolObject $call.State | ForEach-Object { $_.Fqdn }) })
}

# Whether what is configured has been enabled.
function Test-SimulationPublished {
    param($State)
    $published = $State.Runtime.Published
    return (ConvertTo-SimulationCanonical @($State.Lync.TrustedPools)) -ceq (ConvertTo-SimulationCanonical @($published.Pools)) -and
        (ConvertTo-SimulationCanonical @($State.Lync.TrustedComputers)) -ceq (ConvertTo-SimulationCanonical @($published.Computers)) -and
        (ConvertTo-SimulationCanonical @($State.Lync.TrustedApplications)) -ceq (ConvertTo-SimulationCanonical @($published.Applications))
}

$script:behavior['Enable-CsTopology'] = {
    param($call)
    if (-not (Test-SimulationProcess $call 'Topology')) { return }
    Publish-SimulationTopology $call.State
    $call.State.Runtime.Elapsed++
    Save-SimulationState $call.State
}
