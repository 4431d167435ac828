# Facts of the Exchange Management Shell: unified messaging, which Exchange 2019 does not have. Reads only.

Add-UcSection -Path 'exchange.umServices' -Text 'Get-UMService' -Command 'Get-UMService' -Since '15.0' -Until '15.1' -Read {
    param($Context)
    foreach ($service in (Get-UcAnswer $Context 'Get-UMService')) {
        ConvertTo-UcRecord $service 'server Name Name!', 'dialPlans DialPlans Names', 'startupMode UMStartupMode Text'
    }
}

Add-UcSection -Path 'exchange.umCallRouters' -Text 'Get-UMCallRouterSettings -Server' -Command 'Get-UMCallRouterSettings' -Since '15.0' -Until '15.1' -Read {
    param($Context)
    $map = 'dialPlans DialPlans Names', 'startupMode UMStartupMode Text', 'sipTlsListeningPort SipTlsListeningPort Number'
    # In 2013 it is a service of the Client Access role, which 2016 has inside of the Mailbox role.
    $servers = @(Get-UcServerToAsk $Context -Since '15.0' -Until '15.0' -Role 'ClientAccess') + @(Get-UcServerToAsk $Context -Since '15.1' -Until '15.1')
    foreach ($server in $servers) {
        foreach ($router in (Get-UcAnswer $Context 'Get-UMCallRouterSettings' @{ Server = $server['name'] } -Target $server['name'])) {
            $record = ConvertTo-UcRecord $router $map
            $record['server'] = $server['name']
            $record
        }
    }
}

Add-UcSection -Path 'exchange.umDialPlans' -Text 'Get-UMDialPlan' -Command 'Get-UMDialPlan' -Until '15.1' -Read {
    param($Context)
    $map = 'name Name Text!', 'uriType URIType Text', 'voipSecurity VoIPSecurity Text', 'phoneContext PhoneContext Text'
    foreach ($plan in (Get-UcAnswer $Context 'Get-UMDialPlan')) { ConvertTo-UcRecord $plan $map }
}
