# Facts of the Exchange Management Shell: autodiscover and OAuth between servers. Reads only.

# Exchange 2016 has it under a new name, and Exchange 2013 only under the old one.
Add-UcSection -Path 'exchange.clientAccessServices' -Text 'Get-ClientAccessService' -Read {
    param($Context)
    $command = 'Get-ClientAccessService'
    if (-not (Test-UcShellCommand -Name $command -Loaded)) { $command = 'Get-ClientAccessServer' }
    foreach ($service in (Get-UcAnswer $Context $command)) {
        $record = ConvertTo-UcRecord $service 'server Name Name!', 'autodiscoverUri AutoDiscoverServiceInternalUri Text'
        if (-not $record['autodiscoverUri']) { $record['autodiscoverUri'] = '' }
        $record
    }
}

Add-UcSection -Path 'exchange.partnerApplications' -Text 'Get-PartnerApplication' -Command 'Get-PartnerApplication' -Read {
    param($Context)
    $map = 'name Name Text!', 'applicationIdentifier ApplicationIdentifier Text', 'authMetadataUrl AuthMetadataUrl Text', 'enabled Enabled Bool',
        'linkedAccount LinkedAccount Text', 'realm Realm Text', 'useAuthServer UseAuthServer Bool'
    foreach ($application in (Get-UcAnswer $Context 'Get-PartnerApplication')) {
        $record = ConvertTo-UcRecord $application $map
        foreach ($name in 'authMetadataUrl', 'linkedAccount', 'realm') { if (-not $record.Contains($name)) { $record[$name] = '' } }
        $record
    }
}
