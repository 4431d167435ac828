# Facts of the Lync shell: external access, the Edge, hosting providers, and optional features. Reads only.

# What of a hosting provider goes into a fact, on inner servers and on the Edge.
$script:UcProviderMap = @(
    'identity Identity Text!', 'proxyFqdn ProxyFqdn Text', 'enabled Enabled Bool', 'enabledSharedAddressSpace EnabledSharedAddressSpace Bool',
    'hostsOcsUsers HostsOCSUsers Bool', 'isLocal IsLocal Bool', 'verificationLevel VerificationLevel Text'
)

Add-UcSection -Path 'lync.accessEdge' -Text 'Get-CsAccessEdgeConfiguration' -Command 'Get-CsAccessEdgeConfiguration' -Read {
    param($Context)
    foreach ($edge in (Get-UcAnswer $Context 'Get-CsAccessEdgeConfiguration')) {
        $record = ConvertTo-UcRecord $edge 'allowOutsideUsers AllowOutsideUsers Bool', 'allowFederatedUsers AllowFederatedUsers Bool'
        $routing = Get-UcRouting $edge
        if ($routing) { $record['routing'] = $routing }
        $record
    }
}

Add-UcSection -Path 'lync.externalAccessPolicies' -Text 'Get-CsExternalAccessPolicy' -Command 'Get-CsExternalAccessPolicy' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-CsExternalAccessPolicy')) { ConvertTo-UcRecord $policy 'identity Identity Text!', 'enableOutsideAccess EnableOutsideAccess Bool', 'enableFederationAccess EnableFederationAccess Bool' }
}

Add-UcSection -Path 'lync.hostingProviders' -Text 'Get-CsHostingProvider' -Command 'Get-CsHostingProvider' -Read {
    param($Context)
    foreach ($provider in (Get-UcAnswer $Context 'Get-CsHostingProvider')) { ConvertTo-UcRecord $provider $script:UcProviderMap }
}

Add-UcSection -Path 'lync.publicProviders' -Text 'Get-CsPublicProvider' -Command 'Get-CsPublicProvider' -Read {
    param($Context)
    foreach ($provider in (Get-UcAnswer $Context 'Get-CsPublicProvider')) { ConvertTo-UcRecord $provider 'identity Identity Text!', 'proxyFqdn ProxyFqdn Text', 'enabled Enabled Bool' }
}

Add-UcSection -Path 'lync.hostedVoicemailPolicies' -Text 'Get-CsHostedVoicemailPolicy' -Command 'Get-CsHostedVoicemailPolicy' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-CsHostedVoicemailPolicy')) { ConvertTo-UcRecord $policy 'identity Identity Text!', 'destination Destination Text', 'organization Organization Text' }
}

Add-UcSection -Path 'lync.archivingConfigurations' -Text 'Get-CsArchivingConfiguration' -Command 'Get-CsArchivingConfiguration' -Read {
    param($Context)
    foreach ($configuration in (Get-UcAnswer $Context 'Get-CsArchivingConfiguration')) { ConvertTo-UcRecord $configuration 'identity Identity Text!', 'enableArchiving EnableArchiving Text', 'enableExchangeArchiving EnableExchangeArchiving Bool' }
}

Add-UcSection -Path 'lync.archivingPolicies' -Text 'Get-CsArchivingPolicy' -Command 'Get-CsArchivingPolicy' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-CsArchivingPolicy')) { ConvertTo-UcRecord $policy 'identity Identity Text!', 'archiveInternal ArchiveInternal Bool', 'archiveExternal ArchiveExternal Bool' }
}

Add-UcSection -Path 'lync.userServicesPolicies' -Text 'Get-CsUserServicesPolicy' -Command 'Get-CsUserServicesPolicy' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-CsUserServicesPolicy')) { ConvertTo-UcRecord $policy 'identity Identity Text!', 'ucsAllowed UcsAllowed Bool' }
}

# The local replica: on an Edge server the only way to see what arrived there.
Add-UcSection -Path 'machine.hostingProviders' -Text 'Get-CsHostingProvider -LocalStore' -Read {
    param($Context)
    if (-not (Test-UcShellCommand -Name 'Get-CsHostingProvider' -Loaded)) { return }
    foreach ($provider in (Get-UcAnswer $Context 'Get-CsHostingProvider' @{ LocalStore = $true })) { ConvertTo-UcRecord $provider $script:UcProviderMap }
}
