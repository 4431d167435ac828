# Facts of the Exchange Management Shell: setting overrides, the settings in effect, authentication and health. Reads
# only: the diagnostic information is never asked to refresh.

# The instant messaging settings in the diagnostic information of one server. Values are elements or attributes,
# according to the version.
function ConvertTo-UcImSetting {
    param([string]$Text)
    $options = New-Object System.Xml.XmlReaderSettings
    $options.DtdProcessing = [System.Xml.DtdProcessing]::Prohibit
    $options.XmlResolver = $null
    $reader = [System.Xml.XmlReader]::Create((New-Object System.IO.StringReader $Text), $options)
    $document = New-Object System.Xml.XmlDocument
    try { $document.Load($reader) } finally { $reader.Close() }
    $found = $document.SelectSingleNode('//*[local-name()="IMSettings"]')
    if ($null -eq $found) { throw (New-Object System.FormatException (Get-UcText -Key 'Fact_PropertyMissing' -Values 'IMSettings')) }
    $settings = @{}
    foreach ($node in @($found.Attributes) + @($found.ChildNodes)) {
        if ($null -ne $node -and $node.InnerText.Trim()) { $settings[$node.LocalName] = $node.InnerText.Trim() }
    }
    return $settings
}

# What to ask a server for its settings: until Exchange 2016 CU3 (build 544) another process has them.
function Get-UcDiagnosticParameter {
    param($Server)
    $parameter = @{ Server = $Server['name']; Process = 'MSExchangeMailboxAssistants'; Component = 'VariantConfiguration'; Argument = 'Config,Component=OwaServer' }
    if ($Server['version'] -match '15\.1 \(Build (\d+)' -and [int]$Matches[1] -le 544) {
        $parameter['Process'] = 'Microsoft.Exchange.Directory.TopologyService'
        $parameter['Argument'] = 'Config'
    }
    return $parameter
}

Add-UcSection -Path 'exchange.settingOverrides' -Text 'Get-SettingOverride' -Command 'Get-SettingOverride' -Since '15.1' -Read {
    param($Context)
    $map = 'name Name Text!', 'component ComponentName Text', 'section SectionName Text', 'parameters Parameters List', 'servers Server List',
        'minVersion MinVersion Text', 'maxVersion MaxVersion Text', 'reason Reason Text'
    foreach ($override in (Get-UcAnswer $Context 'Get-SettingOverride')) { ConvertTo-UcRecord $override $map }
}

Add-UcSection -Path 'exchange.imSettings' -Command 'Get-ExchangeDiagnosticInfo' -Since '15.1' -Read {
    param($Context)
    foreach ($server in (Get-UcServerToAsk $Context -Since '15.1')) {
        $answer = @(Get-UcAnswer $Context 'Get-ExchangeDiagnosticInfo' (Get-UcDiagnosticParameter $server) -Target $server['name'])
        if ($answer.Count -eq 0) { continue }
        try {
            $settings = ConvertTo-UcImSetting ([string]$answer[0])
        } catch {
            Add-UcFailure -Context $Context -Target $server['name'] -Cause (Format-UcCause $_)
            continue
        }
        $record = [ordered]@{ server = $server['name'] }
        if ($settings['IMServerName']) { $record['imServerName'] = $settings['IMServerName'] }
        if ($settings['IMCertificateThumbprint']) { $record['imCertificateThumbprint'] = $settings['IMCertificateThumbprint'] }
        $record
    }
} -Text 'Get-ExchangeDiagnosticInfo -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument "Config,Component=OwaServer" -Server'

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
