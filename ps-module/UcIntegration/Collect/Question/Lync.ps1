# Facts of the Lync Server or Skype for Business Server Management Shell: versions, topology, trusted applications,
# certificates and replication. Reads only.

Add-UcSection -Path 'lync.version' -Text 'Get-CsServerVersion' -Command 'Get-CsServerVersion' -Read {
    param($Context)
    foreach ($text in (Get-UcAnswer $Context 'Get-CsServerVersion')) { [ordered]@{ text = [string]$text } }
}

Add-UcSection -Path 'lync.pools' -Text 'Get-CsPool' -Command 'Get-CsPool' -Read {
    param($Context)
    $map = 'fqdn Identity Text!', 'computers Computers List', 'services Services List', 'site Site Text'
    foreach ($pool in (Get-UcAnswer $Context 'Get-CsPool')) { ConvertTo-UcRecord $pool $map }
}

Add-UcSection -Path 'lync.computers' -Text 'Get-CsComputer' -Command 'Get-CsComputer' -Read {
    param($Context)
    foreach ($computer in (Get-UcAnswer $Context 'Get-CsComputer')) { ConvertTo-UcRecord $computer 'fqdn Fqdn Text!', 'pool Pool Text' }
}

Add-UcSection -Path 'lync.sites' -Text 'Get-CsSite' -Command 'Get-CsSite' -Read {
    param($Context)
    foreach ($site in (Get-UcAnswer $Context 'Get-CsSite')) { ConvertTo-UcRecord $site 'identity Identity Text!', 'siteId SiteId Text', 'displayName DisplayName Text' }
}

# The pools do not name their computers; the list of computers names their pools.
Add-UcSection -Path 'lync.trustedPools' -Text 'Get-CsTrustedApplicationPool' -Command 'Get-CsTrustedApplicationPool' -Read {
    param($Context)
    $map = 'fqdn PoolFqdn Text!', 'registrar Registrar Text?', 'siteId SiteId Text', 'requiresReplication RequiresReplication Bool', 'applications Applications Names'
    $pools = @(Get-UcAnswer $Context 'Get-CsTrustedApplicationPool')
    $computers = @()
    $failed = $Context.Failures.Count
    if ($pools.Count -gt 0) {
        $computers = @(Get-UcAnswer $Context 'Get-CsTrustedApplicationComputer' -Target 'Get-CsTrustedApplicationComputer')
    }
    foreach ($pool in $pools) {
        $record = ConvertTo-UcRecord $pool $map
        if ($record['registrar']) { $record['registrar'] = $record['registrar'] -replace '^(?i)Registrar:', '' }
        # An answer with an error lacks some: nothing is known then of who is in a pool.
        if ($Context.Failures.Count -eq $failed) {
            $record['computers'] = @($computers | Where-Object { (Get-UcMember $_ 'Pool') -eq $record['fqdn'] } | ForEach-Object { [string](Get-UcMember $_ 'Fqdn') })
        }
        $record
    }
}

Add-UcSection -Path 'lync.trustedApplications' -Text 'Get-CsTrustedApplication' -Command 'Get-CsTrustedApplication' -Read {
    param($Context)
    $map = 'pool TrustedApplicationPoolFqdn Text!', 'applicationId ApplicationId Text!', 'port Port Number'
    foreach ($application in (Get-UcAnswer $Context 'Get-CsTrustedApplication')) { ConvertTo-UcRecord $application $map }
}

Add-UcSection -Path 'lync.sipDomains' -Text 'Get-CsSipDomain' -Command 'Get-CsSipDomain' -Read {
    param($Context)
    foreach ($domain in (Get-UcAnswer $Context 'Get-CsSipDomain')) { ConvertTo-UcRecord $domain 'name Name Text!', 'isDefault IsDefault Bool' }
}

# Get-CsCertificate speaks of this computer. The certificate for OAuth belongs to the whole deployment, and a shell may
# list it only when it is asked for by its name.
Add-UcSection -Path 'lync.certificates' -Text 'Get-CsCertificate' -Command 'Get-CsCertificate' -Read {
    param($Context)
    $map = 'use Use Text!', 'thumbprint Thumbprint Text!', 'subject Subject Text', 'issuer Issuer Text',
        'notBefore NotBefore Time', 'notAfter NotAfter Time'
    $certificates = @(Get-UcAnswer $Context 'Get-CsCertificate')
    if (@($certificates | Where-Object { [string](Get-UcMember $_ 'Use') -eq 'OAuthTokenIssuer' }).Count -eq 0) {
        $certificates += @(Get-UcAnswer $Context 'Get-CsCertificate' @{ Type = 'OAuthTokenIssuer' } -Target 'OAuthTokenIssuer')
    }
    foreach ($certificate in $certificates) {
        $record = ConvertTo-UcRecord $certificate $map
        $names = Get-UcAlternativeName (Get-UcMember $certificate 'AlternativeNames')
        if ($null -ne $names) { $record['alternativeNames'] = $names }
        $record['computer'] = $Context.Computer
        $record
    }
}

Add-UcSection -Path 'lync.replication' -Text 'Get-CsManagementStoreReplicationStatus' -Command 'Get-CsManagementStoreReplicationStatus' -Read {
    param($Context)
    $map = 'fqdn ReplicaFqdn Text!', 'upToDate UpToDate Bool', 'lastUpdate LastUpdateCreation Time'
    foreach ($replica in (Get-UcAnswer $Context 'Get-CsManagementStoreReplicationStatus')) { ConvertTo-UcRecord $replica $map }
}
