# Facts of the Lync shell: OAuth between servers. Reads only.

Add-UcSection -Path 'lync.oAuthConfiguration' -Text 'Get-CsOAuthConfiguration' -Command 'Get-CsOAuthConfiguration' -Read {
    param($Context)
    foreach ($configuration in (Get-UcAnswer $Context 'Get-CsOAuthConfiguration')) {
        ConvertTo-UcRecord $configuration 'exchangeAutodiscoverUrl ExchangeAutodiscoverUrl Text?', 'serviceName ServiceName Text', 'realm Realm Text',
            'exchangeAutodiscoverAllowedDomains ExchangeAutodiscoverAllowedDomains Text?'
    }
}

Add-UcSection -Path 'lync.partnerApplications' -Text 'Get-CsPartnerApplication' -Command 'Get-CsPartnerApplication' -Read {
    param($Context)
    $map = 'identity Identity Name!', 'applicationIdentifier ApplicationIdentifier Text', 'applicationTrustLevel ApplicationTrustLevel Text', 'enabled Enabled Bool'
    foreach ($application in (Get-UcAnswer $Context 'Get-CsPartnerApplication')) {
        $record = ConvertTo-UcRecord $application $map
        # One that has no token has no address; one whose token a session lost tells nothing of it.
        if ($null -ne ([psobject]$application).PSObject.Properties['AuthToken']) { $record['metadataUrl'] = Get-UcMetadataUrl $application }
        $record
    }
}

# With Exchange on premises there is none, which is an answer.
Add-UcSection -Path 'lync.oAuthServers' -Text 'Get-CsOAuthServer' -Command 'Get-CsOAuthServer' -Read {
    param($Context)
    foreach ($server in (Get-UcAnswer $Context 'Get-CsOAuthServer')) {
        $record = ConvertTo-UcRecord $server 'identity Identity Name!', 'issuerIdentifier IssuerIdentifier Text?', 'metadataUrl MetadataUrl Text?', 'realm Realm Text?'
        # Like a partner application it may keep the address in its token.
        if (-not $record['metadataUrl']) {
            $url = Get-UcMetadataUrl $server
            if ($url) { $record['metadataUrl'] = $url }
        }
        $record
    }
}

# The test leaves an item in the mailbox, so it is made only for users who were named for it.
Add-UcSection -Path 'lync.storageTests' -Text 'Test-CsExStorageConnectivity' -Command 'Test-CsExStorageConnectivity' -ForTest -Read {
    param($Context)
    foreach ($user in $Context.TestUser) {
        $record = [ordered]@{ user = $user }
        try {
            $said = @(Test-CsExStorageConnectivity -SipUri ('sip:' + $user) -DeleteItem -ErrorAction Stop) -join ' '
            $record['passed'] = $said -match '(?i)test passed'
            $record['message'] = $said
        } catch {
            $record['passed'] = $false
            $record['message'] = Get-UcTestCause $_
        }
        $Context.Answered = $true
        $record
    }
}
