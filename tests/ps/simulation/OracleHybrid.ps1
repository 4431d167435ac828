# Whether instant messaging of mailboxes in Exchange Online would reach Lync, as the products would have it: from what the
# Edge has copied. It must not know the rules and the plans whose work it proves or disproves.

$script:cloudProxy = @{ Worldwide = 'exap.um.outlook.com'; China21Vianet = 'exap.um.partner.outlook.cn'; GccHigh = 'exap.um.office365.us' }

# What is wrong with the access that a store allows.
function Get-SimulationAccessFault {
    param([string]$Where, $Store)
    $edge = @($Store.AccessEdgeConfigurations)
    if ($edge.Count -eq 0) { return $Where + ' has no configuration of the Access Edge.' }
    if (-not $edge[0].AllowOutsideUsers) { $Where + ' lets no users in from outside.' }
    if (-not $edge[0].AllowFederatedUsers) { $Where + ' has no federation.' }
    if ($edge[0].Routing -ne 'DnsSrvRouting') { $Where + ' routes to one place only.' }
}

# What is wrong with the hosting provider that a store has.
function Get-SimulationProviderFault {
    param([string]$Where, $Store, [string]$Proxy)
    $provider = @($Store.HostingProviders | Where-Object { $_.ProxyFqdn -eq $Proxy })
    if ($provider.Count -ne 1) { return $Where + ' has ' + $provider.Count + ' hosting providers for ' + $Proxy + '.' }
    $one = $provider[0]
    if (-not $one.Enabled -or -not $one.EnabledSharedAddressSpace -or $one.HostsOCSUsers -or $one.IsLocal -or $one.VerificationLevel -ne 'UseSourceVerification') {
        $Where + ' has a hosting provider for ' + $Proxy + ' with other settings.'
    }
}

# Users from outside need a policy that lets them: their own, or the global one.
function Get-SimulationOutsideFault {
    param($State)
    foreach ($user in $State.Lync.Users | Where-Object { $_.Enabled }) {
        $name = 'Global'
        if ($user.ExternalAccessPolicy) { $name = 'Tag:' + ($user.ExternalAccessPolicy -replace '^Tag:', '') }
        $policy = @($State.Lync.ExternalAccessPolicies | Where-Object { $_.Identity -eq $name })
        if ($policy.Count -eq 0 -or -not $policy[0].EnableOutsideAccess) { $user.Name + ' may not work from outside.' }
    }
}

# Everything that keeps the way to Exchange Online closed, as sentences.
function Get-SimulationHybridFault {
    param($State)
    $proxy = $script:cloudProxy[$State.Cloud]
    $edges = @($State.Machines | Where-Object { $_.Product -eq 'Edge' })
    if ($edges.Count -eq 0) { 'There is no Edge.' }
    Get-SimulationOutsideFault $State
    Get-SimulationAccessFault 'The store' $State.Lync
    Get-SimulationProviderFault 'The store' $State.Lync $proxy
    foreach ($edge in $edges) {
        $copy = Select-SimulationByFqdn $State.Runtime.Replicas $edge.Fqdn
        Get-SimulationAccessFault $edge.Name $copy
        Get-SimulationProviderFault $edge.Name $copy $proxy
    }
    foreach ($domain in $State.Lync.SipDomains) {
        if (@(Get-SimulationDnsAnswer $State ('_sipfederationtls._tcp.' + $domain)).Count -eq 0) { 'Nobody finds the Edge for ' + $domain + '.' }
    }
}
