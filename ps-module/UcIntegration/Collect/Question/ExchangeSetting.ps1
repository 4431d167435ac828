# Facts of the Exchange Management Shell: setting overrides, the settings in effect, authentication and health. Reads
# only: the diagnostic information is never asked to refresh.

Add-UcSection -Path 'exchange.settingOverrides' -Text 'Get-SettingOverride' -Command 'Get-SettingOverride' -Since '15.1' -Read {
    param($Context)
    $map = 'name Name Text!', 'component ComponentName Text', 'section SectionName Text', 'parameters Parameters List', 'servers Server List',
        'minVersion MinVersion Text', 'maxVersion MaxVersion Text', 'reason Reason Text', 'whenChanged WhenChangedUTC Time'
    foreach ($override in (Get-UcAnswer $Context 'Get-SettingOverride')) { ConvertTo-UcRecord $override $map }
}

Add-UcSection -Path 'exchange.imSettings' -Command 'Get-ExchangeDiagnosticInfo' -Since '15.1' -Read {
    param($Context)
    foreach ($server in (Get-UcServerToAsk $Context -Since '15.1')) {
        $settings = Get-UcImSetting -Context $Context -Server $server
        if ($null -eq $settings) { continue }
        $record = [ordered]@{ server = $server['name'] }
        if ($settings['IMServerName']) { $record['imServerName'] = $settings['IMServerName'] }
        if ($settings['IMCertificateThumbprint']) { $record['imCertificateThumbprint'] = $settings['IMCertificateThumbprint'] }
        $record
    }
} -Text 'Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument "Config,Component=OwaServer" -Server'

# Status of Get-SettingOverride is that of the server of the session; each server decides for itself.
Add-UcSection -Path 'exchange.serverOverrides' -Command 'Get-ExchangeDiagnosticInfo' -Since '15.1' -Read {
    param($Context)
    foreach ($server in (Get-UcServerToAsk $Context -Since '15.1')) {
        $parameter = @{ Server = $server['name']; Process = 'Microsoft.Exchange.Directory.TopologyService'; Component = 'VariantConfiguration'; Argument = 'Overrides' }
        $answer = @(Get-UcAnswer $Context 'Get-ExchangeDiagnosticInfo' $parameter -Target $server['name'])
        if ($answer.Count -eq 0) { continue }
        try {
            $record = ConvertTo-UcServerOverride $answer[0]
        } catch {
            Add-UcFailure -Context $Context -Target $server['name'] -Cause (Format-UcCause $_)
            continue
        }
        $record['server'] = $server['name']
        $record
    }
} -Text 'Get-ExchangeDiagnosticInfo -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Overrides -Server'

Add-UcSection -Path 'exchange.authConfig' -Text 'Get-AuthConfig' -Command 'Get-AuthConfig' -Read {
    param($Context)
    $map = 'currentCertificateThumbprint CurrentCertificateThumbprint Text', 'nextCertificateThumbprint NextCertificateThumbprint Text',
        'nextCertificateEffectiveDate NextCertificateEffectiveDate Time', 'serviceName ServiceName Text', 'realm Realm Text'
    foreach ($config in (Get-UcAnswer $Context 'Get-AuthConfig')) { ConvertTo-UcRecord $config $map }
}

Add-UcSection -Path 'exchange.health' -Text 'Get-ServerHealth -HealthSet OWA.Protocol.Dep -Identity' -Command 'Get-ServerHealth' -Since '15.0' -Read {
    param($Context)
    foreach ($server in (Get-UcServerToAsk $Context -Since '15.0')) {
        $parameter = @{ Identity = $server['name']; HealthSet = 'OWA.Protocol.Dep' }
        foreach ($monitor in (Get-UcAnswer $Context 'Get-ServerHealth' $parameter -Target $server['name'])) {
            $record = ConvertTo-UcRecord $monitor 'monitor Name Text!', 'state AlertValue Text'
            $record['server'] = $server['name']
            $record
        }
    }
}
