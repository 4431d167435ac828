# Facts of the Exchange Management Shell: autodiscover and OAuth between servers. Reads only.

# Exchange 2016 has it under a new name, and Exchange 2013 only under the old one.
Add-UcSection -Path 'exchange.clientAccessServices' -Text 'Get-ClientAccessService' -Read {
    param($Context)
    $command = 'Get-ClientAccessService'
    if (-not (Test-UcShellCommand -Name $command -Loaded)) { $command = 'Get-ClientAccessServer' }
    foreach ($service in (Get-UcAnswer $Context $command)) {
        ConvertTo-UcRecord $service 'server Name Name!', 'autodiscoverUri AutoDiscoverServiceInternalUri Text?'
    }
}

Add-UcSection -Path 'exchange.partnerApplications' -Text 'Get-PartnerApplication' -Command 'Get-PartnerApplication' -Read {
    param($Context)
    $map = 'name Name Text!', 'applicationIdentifier ApplicationIdentifier Text', 'authMetadataUrl AuthMetadataUrl Text?', 'enabled Enabled Bool',
        'linkedAccount LinkedAccount Text?', 'realm Realm Text?', 'useAuthServer UseAuthServer Bool'
    foreach ($application in (Get-UcAnswer $Context 'Get-PartnerApplication')) { ConvertTo-UcRecord $application $map }
}
