# Facts of the Exchange Management Shell: servers, virtual directories, policies and certificates. Reads only.

Add-UcSection -Path 'exchange.servers' -Text 'Get-ExchangeServer' -Command 'Get-ExchangeServer' -Read {
    param($Context)
    $map = 'name Name Text!', 'fqdn Fqdn Text', 'version AdminDisplayVersion Text', 'roles ServerRole List', 'site Site Name', 'edition Edition Text'
    $servers = @(foreach ($server in (Get-UcAnswer $Context 'Get-ExchangeServer')) { ConvertTo-UcRecord $server $map })
    if ($Context.Answered) { $Context.Servers = $servers }
    $servers
}

Add-UcSection -Path 'exchange.owaVirtualDirectories' -Text 'Get-OwaVirtualDirectory' -Command 'Get-OwaVirtualDirectory' -Read {
    param($Context)
    foreach ($directory in (Get-UcAnswer $Context 'Get-OwaVirtualDirectory')) {
        ConvertTo-UcVirtualDirectory $directory | Where-Object { -not $_['backEnd'] }
    }
}

Add-UcSection -Path 'exchange.owaBackEndVirtualDirectories' -Text 'Get-OwaVirtualDirectory -ShowMailboxVirtualDirectories' -Command 'Get-OwaVirtualDirectory' -Read {
    param($Context)
    foreach ($directory in (Get-UcAnswer $Context 'Get-OwaVirtualDirectory' @{ ShowMailboxVirtualDirectories = $true })) {
        ConvertTo-UcVirtualDirectory $directory | Where-Object { $_['backEnd'] }
    }
}

Add-UcSection -Path 'exchange.owaMailboxPolicies' -Text 'Get-OwaMailboxPolicy' -Command 'Get-OwaMailboxPolicy' -Read {
    param($Context)
    $map = 'identity Identity Name!', 'isDefault IsDefault Bool', 'instantMessagingEnabled InstantMessagingEnabled Bool', 'instantMessagingType InstantMessagingType Text'
    foreach ($policy in (Get-UcAnswer $Context 'Get-OwaMailboxPolicy')) { ConvertTo-UcRecord $policy $map }
}

# Services that a session does not tell arrive as an empty text and are left out: unknown, not none.
Add-UcSection -Path 'exchange.certificates' -Text 'Get-ExchangeCertificate -Server' -Command 'Get-ExchangeCertificate' -Read {
    param($Context)
    $map = 'thumbprint Thumbprint Text!', 'subject Subject Text', 'domains CertificateDomains List', 'services Services List',
        'notBefore NotBefore Time', 'notAfter NotAfter Time', 'hasPrivateKey HasPrivateKey Bool', 'isSelfSigned IsSelfSigned Bool',
        'status Status Text', 'issuer Issuer Text', 'publicKeySize PublicKeySize Number', 'friendlyName FriendlyName Text'
    foreach ($server in (Get-UcServerToAsk $Context)) {
        foreach ($certificate in (Get-UcAnswer $Context 'Get-ExchangeCertificate' @{ Server = $server['name'] } -Target $server['name'])) {
            $record = ConvertTo-UcRecord $certificate $map
            $record['server'] = $server['name']
            $record
        }
    }
}

Add-UcSection -Path 'exchange.availabilityGroups' -Text 'Get-DatabaseAvailabilityGroup' -Command 'Get-DatabaseAvailabilityGroup' -Read {
    param($Context)
    foreach ($group in (Get-UcAnswer $Context 'Get-DatabaseAvailabilityGroup')) { ConvertTo-UcRecord $group 'name Name Text!', 'servers Servers Names' }
}
