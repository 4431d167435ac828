# External access, the Edge and optional features of Lync in the state, made from an estate. Must not know what the
# commands make of it.

function New-SimulationLyncEdge {
    param($Estate)
    $lync = $Estate.lync
    return [pscustomobject][ordered]@{
        AccessEdgeConfigurations = @(New-SimulationItem 'Identity' 'Global' (Get-SimulationValue $lync 'accessEdge') ([ordered]@{
            AllowAnonymousUsers = $false; AllowFederatedUsers = $false; AllowOutsideUsers = $false; Routing = 'DnsSrvRouting'; EnablePartnerDiscovery = $false; DefaultRouteFqdn = $null
        }))
        ExternalAccessPolicies = @(New-SimulationItemList $lync 'externalAccessPolicies' 'Identity' ([ordered]@{ EnableFederationAccess = $false; EnableOutsideAccess = $false }) 'Global')
        HostingProviders = @(New-SimulationItemList $lync 'hostingProviders' 'Identity' $script:hostingProvider)
        PublicProviders = @(New-SimulationItemList $lync 'publicProviders' 'Identity' ([ordered]@{ ProxyFqdn = ''; Enabled = $false; VerificationLevel = 'UseSourceVerification' }))
        HostedVoicemailPolicies = @(New-SimulationItemList $lync 'hostedVoicemailPolicies' 'Identity' ([ordered]@{ Destination = ''; Organization = '' }) 'Global')
        ArchivingConfigurations = @(New-SimulationItemList $lync 'archivingConfigurations' 'Identity' ([ordered]@{ EnableArchiving = 'None'; EnableExchangeArchiving = $false }) 'Global')
        ArchivingPolicies = @(New-SimulationItemList $lync 'archivingPolicies' 'Identity' ([ordered]@{ ArchiveInternal = $false; ArchiveExternal = $false }) 'Global')
        UserServicesPolicies = @(New-SimulationItemList $lync 'userServicesPolicies' 'Identity' ([ordered]@{ UcsAllowed = $true }) 'Global')
    }
}

# A hosting provider as the product makes it where nothing else is said.
$script:hostingProvider = [ordered]@{
    ProxyFqdn = ''; Enabled = $true; EnabledSharedAddressSpace = $false; HostsOCSUsers = $false; IsLocal = $false; VerificationLevel = 'AlwaysVerifiable'; AutodiscoverUrl = $null
}

# What the servers of Lync copy from the Central Management store, as far as it is looked at in a copy.
$script:replicated = 'AccessEdgeConfigurations', 'ExternalAccessPolicies', 'HostingProviders', 'PublicProviders'

# Takes what is configured now over to the local copy of a computer.
function Update-SimulationReplica {
    param($State, [string]$Fqdn)
    $copy = [ordered]@{ Fqdn = $Fqdn }
    foreach ($list in $script:replicated) { $copy[$list] = @($State.Lync.$list) }
    Set-SimulationRuntimeItem $State 'Replicas' ([pscustomobject]$copy)
}

# Whether the local copy of a computer is what is configured now.
function Test-SimulationReplica {
    param($State, [string]$Fqdn)
    $copy = Select-SimulationByFqdn $State.Runtime.Replicas $Fqdn
    if ($null -eq $copy) { return $true }
    foreach ($list in $script:replicated) {
        if ((ConvertTo-SimulationCanonical @($copy.$list)) -cne (ConvertTo-SimulationCanonical @($State.Lync.$list))) { return $false }
    }
    return $true
}

# Only an Edge lags: the inner servers read the store itself. An estate may have an Edge that has copied nothing yet.
function Start-SimulationReplica {
    param($State, $Estate)
    foreach ($entry in Get-SimulationEntry $Estate.lync 'pools') {
        $pool = New-SimulationPool $Estate $entry
        if ($pool.Services -notcontains 'EdgeServer') { continue }
        foreach ($fqdn in $pool.Computers) {
            Update-SimulationReplica $State $fqdn
            if (Get-SimulationValue $entry.Value 'replicated' $true) { continue }
            foreach ($list in $script:replicated) { (Select-SimulationByFqdn $State.Runtime.Replicas $fqdn).$list = @() }
        }
    }
}
