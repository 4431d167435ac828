# Collecting facts: against the simulation of the products, and against small commands of our own where something fails.
# The form of the documents is judged by the library (tests/facts.rs); here it is what they say.
$versions = @(
    @{ estate = 'working-2013'; absent = 'settingOverrides', 'imSettings'; present = 'umServices', 'umCallRouters', 'umDialPlans', 'umContainers', 'clientAccessServices' }
    @{ estate = 'working-2016'; absent = @(); present = 'settingOverrides', 'imSettings', 'umServices', 'umIpGateways', 'clientAccessServices' }
    @{ estate = 'single-2019'; absent = 'umServices', 'umCallRouters', 'umDialPlans', 'umContainers'; present = 'settingOverrides', 'imSettings', 'partnerApplications' }
)
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
# The simulation needs the reference of the products' commands.
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))
Describe 'Get-UcFact in a simulated estate' -Tag 'Language' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        Import-Module -Name (Join-Path $PSScriptRoot 'simulation/Simulation.psm1')
        . (Join-Path $PSScriptRoot 'SimulationHooks.ps1')
        Connect-Simulation
        # Enters a machine of a new estate; returns the folder of the estate.
        function Enter-TestEstate {
            param([string]$Estate, [string]$Computer, [string]$Shell)
            $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            [void](New-Simulation -Estate (Join-Path $PSScriptRoot "estates/$Estate.json") -Directory $folder)
            Enter-Simulation -Directory $folder -Computer $Computer -Shell $Shell
            return $folder
        }
        # The document of a fact as hashtables.
        function Get-TestDocument {
            param($Fact)
            return Invoke-InModule { param($json) ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes($json)) } (, $Fact.Json)
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }
    It 'tells in the Exchange shell what Exchange and the machine say' {
        $null = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'Exchange'
        $count = $Error.Count
        $fact = Get-UcFact
        $Error.Count | Should -Be $count
        @($fact) | Should -HaveCount 1
        $fact.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.Fact'
        $fact.Shell | Should -BeExactly 'Exchange'
        $fact.Computer | Should -Be 'ex01.contoso.example'
        $fact.Unknown | Should -BeNullOrEmpty
        $document = Get-TestDocument $fact
        $document['schema'] | Should -BeExactly 'uc-integration/facts/1'
        $document['collected']['shell'] | Should -BeExactly 'Exchange'
        $document['exchange']['servers']['values'][0]['fqdn'] | Should -Be 'ex01.contoso.example'
        $document['exchange']['owaVirtualDirectories']['values'][0]['backEnd'] | Should -BeFalse
        $document['exchange']['owaBackEndVirtualDirectories']['values'][0]['backEnd'] | Should -BeTrue
        $document['exchange']['certificates']['values'][0]['services'] | Should -Be @('IIS', 'SMTP')
        $document['machine']['provider']['values'][0]['libraryExists'] | Should -BeTrue
        $document['machine']['installPath']['values'][0]['setupVersion'] | Should -BeExactly '15.00.1497.002'
        $document['machine']['ucma']['values'][0]['name'] | Should -BeLike '*Managed API 4.0*'
        $document['machine']['ucma']['values'][0]['version'] | Should -BeExactly '5.0.8308.0'
        $document['machine']['events']['values'][0]['id'] | Should -Be 112
        $document['machine']['appPools']['values'][0]['started'] | Should -Match '^2026-03-01T'
        $document['machine']['certificates']['values'][0]['dnsNames'] | Should -Be @('ex01.contoso.example', 'mail.contoso.example')
        ($fact.Sections) | Should -Be ($document['exchange'].Count + $document['machine'].Count)
    }
    It 'asks the registry where Exchange is, not a variable' {
        $folder = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'None'
        $real = $env:ExchangeInstallPath
        foreach ($said in '', (Join-Path $folder 'elsewhere')) {
            $env:ExchangeInstallPath = $said
            $document = Get-TestDocument (Get-UcFact)
            $document['machine']['installPath']['values'][0]['path'] | Should -BeExactly $real
            $document['machine']['webConfigs']['values'][0]['exists'] | Should -BeTrue
        }
    }
    It 'asks the registry how services are started where .NET Framework does not say' {
        $null = Enter-TestEstate 'um-working-2013' 'ex01.contoso.example' 'None'
        (Get-Service -Name 'MSExchangeUM').PSObject.Properties['StartType'] | Should -BeNullOrEmpty
        $services = (Get-TestDocument (Get-UcFact))['machine']['services']['values']
        @($services | ForEach-Object { $_['startType'] } | Select-Object -Unique) | Should -Be @('Automatic')
    }
    It 'asks the process that has the settings of Exchange 2016 CU3' {
        $null = Enter-TestEstate 'working-2016-cu3' 'ex01.contoso.example' 'Exchange'
        $fact = Get-UcFact
        $fact.Unknown | Should -BeNullOrEmpty
        (Get-TestDocument $fact)['exchange']['imSettings']['values'][0]['imServerName'] | Should -Be 'lync.contoso.example'
    }
    It 'tells what Exchange requires of its services, and that one rests on a healthy server' {
        $null = Enter-TestEstate 'working-2016' 'ex01.contoso.example' 'Exchange'
        $document = Get-TestDocument (Get-UcFact)
        @($document['exchange']['serviceHealth']['values'] | ForEach-Object { $_['requiredServicesRunning'] } | Select-Object -Unique) | Should -Be @($true)
        @($document['machine']['services']['values'] | Where-Object { $_['name'] -eq 'MSExchangeNotificationsBroker' })[0]['status'] | Should -Be 'Stopped'
    }
    It 'takes the names of a certificate of Lync from a list or a text, and leaves out what was lost: <estate>' -ForEach @(
        @{ estate = 'working-2013'; told = $true }, @{ estate = 'working-2016'; told = $true }, @{ estate = 'hybrid-green-2019'; told = $false }
    ) {
        $null = Enter-TestEstate $estate 'lync.contoso.example' 'Lync'
        $certificate = @((Get-TestDocument (Get-UcFact))['lync']['certificates']['values'] | Where-Object { $_['use'] -eq 'Default' })[0]
        $certificate.ContainsKey('alternativeNames') | Should -Be $told
        if ($told) { $certificate['alternativeNames'] | Should -Contain 'lync.contoso.example' }
    }
    It 'takes only the settings of instant messaging from the Web.config files' {
        $null = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'None'
        $fact = Get-UcFact
        $files = (Get-TestDocument $fact)['machine']['webConfigs']['values']
        $back = @($files | Where-Object { $_['backEnd'] })
        @($back[0]['settings'] | ForEach-Object { $_['key'] } | Sort-Object) | Should -Be @('IMCertificateThumbprint', 'IMServerName')
        ($back[0]['settings'] | Where-Object { $_['key'] -eq 'IMServerName' })['value'] | Should -BeExactly 'lync.contoso.example'
        # The simulated file has other settings, and they stay in it.
        (Get-UcAppSetting -LiteralPath $back[0]['path']).Count | Should -BeGreaterThan 2
        @($files | Where-Object { -not $_['backEnd'] })[0]['settings'] | Should -BeNullOrEmpty
    }
    It 'says of an encrypted section that and why it cannot be read' {
        $null = Enter-TestEstate 'web-config-encrypted' 'ex01.contoso.example' 'None'
        $back = @((Get-TestDocument (Get-UcFact))['machine']['webConfigs']['values'] | Where-Object { $_['backEnd'] })[0]
        $back['status'] | Should -BeExactly 'SectionEncrypted'
        $back['error'] | Should -Not -BeNullOrEmpty
        $back['errorLine'] | Should -BeGreaterThan 0
        $back.ContainsKey('settings') | Should -BeFalse
    }
    It 'tells in the Lync shell what Lync and the machine say' {
        $null = Enter-TestEstate 'working-2013' 'lync.contoso.example' 'Lync'
        $fact = Get-UcFact
        $fact.Shell | Should -BeExactly 'Lync'
        $fact.Unknown | Should -BeNullOrEmpty
        $document = Get-TestDocument $fact
        $document.ContainsKey('exchange') | Should -BeFalse
        $pool = $document['lync']['trustedPools']['values'][0]
        $pool['fqdn'] | Should -Be 'ex01.contoso.example'
        $pool['registrar'] | Should -BeExactly 'lync.contoso.example'
        $pool['computers'] | Should -Be @('ex01.contoso.example')
        $pool['requiresReplication'] | Should -BeFalse
        $document['lync']['trustedApplications']['values'][0]['port'] | Should -Be 5199
        @($document['lync']['certificates']['values'] | ForEach-Object { $_['use'] }) | Should -Contain 'OAuthTokenIssuer'
        $document['machine']['webConfigs']['values'].Count | Should -Be 0
    }
    It 'asks <estate> what its version has' -ForEach $versions {
        $null = Enter-TestEstate $estate 'ex01.contoso.example' 'Exchange'
        $fact = Get-UcFact
        $fact.Unknown | Should -BeNullOrEmpty
        $sections = (Get-TestDocument $fact)['exchange']
        foreach ($name in $absent) { $sections.ContainsKey($name) | Should -BeFalse -Because $name }
        foreach ($name in $present) { $sections[$name].ContainsKey('values') | Should -BeTrue -Because $name }
    }
    It 'does not take a command that an older shell lacks for an answer' {
        $null = Enter-TestEstate 'mixed-2013-2016' 'ex01.contoso.example' 'Exchange'
        $fact = Get-UcFact
        $unknown = @($fact.Unknown | Where-Object { $_.Section -eq 'exchange.settingOverrides' })
        $unknown | Should -HaveCount 1
        $unknown[0].Error | Should -Match 'Get-SettingOverride'
        (Get-TestDocument $fact)['exchange']['settingOverrides'].ContainsKey('values') | Should -BeFalse
    }
    It 'reads the settings in effect of servers that have them, in a mixed organization' {
        $null = Enter-TestEstate 'mixed-2013-2016' 'ex16.contoso.example' 'Exchange'
        $values = (Get-TestDocument (Get-UcFact))['exchange']['imSettings']['values']
        @($values | ForEach-Object { $_['server'] }) | Should -Be @('EX16')
    }
    It 'reads no users unless asked' {
        $null = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'Exchange'
        (Get-TestDocument (Get-UcFact))['exchange'].ContainsKey('mailboxes') | Should -BeFalse
        $all = (Get-TestDocument (Get-UcFact -AllUsers))['exchange']
        @($all['mailboxes']['values'] | ForEach-Object { $_['identity'] }) | Should -Be @('alice@contoso.example', 'bob@contoso.example')
        @($all['mailboxes']['values'][0]['sipAddresses']) | Should -Be @('alice@contoso.example')
        @($all['clientMailboxes']['values'] | ForEach-Object { $_['owaMailboxPolicy'] }) | Should -Be @('Default', '')
    }
    It 'finds the users that were asked for, by the filters of the products' {
        $folder = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'Exchange'
        $fact = Get-UcFact -User 'ALICE@contoso.example', 'sip:nobody@contoso.example'
        $exchange = (Get-TestDocument $fact)['exchange']
        @($exchange['mailboxes']['values'] | ForEach-Object { $_['identity'] }) | Should -Be @('alice@contoso.example')
        @($exchange['clientMailboxes']['values'] | ForEach-Object { $_['identity'] }) | Should -Be @('alice@contoso.example')
        @($fact.Unknown | ForEach-Object { $_.Target }) | Should -Be @('nobody@contoso.example')
        Enter-Simulation -Directory $folder -Computer 'lync.contoso.example' -Shell 'Lync'
        $users = (Get-TestDocument (Get-UcFact -User 'b*@contoso.example'))['lync']['users']['values']
        @($users | ForEach-Object { $_['sipAddress'] }) | Should -Be @('bob@contoso.example')
    }
    It 'tells what tokens between servers need' {
        $folder = Enter-TestEstate 'oauth-working-2013' 'ex01.contoso.example' 'Exchange'
        $document = Get-TestDocument (Get-UcFact)
        $document['exchange']['clientAccessServices']['values'][0]['autodiscoverUri'] | Should -BeLike '*/autodiscover.xml'
        $document['exchange']['partnerApplications']['values'][0]['authMetadataUrl'] | Should -Be 'https://lync.contoso.example/metadata/json/1'
        @($document['machine']['webAnswers']['values'] | ForEach-Object { '{0} {1}' -f $_['status'], $_['json'] }) | Should -Be @('401 False', '200 True', '200 True')
        @($document['machine']['dns']['values'][0]['answers']) | Should -Be @('10.0.0.11')
        $document['machine']['certificates']['values'][0]['publicKeySize'] | Should -Be 2048
        Enter-Simulation -Directory $folder -Computer lync.contoso.example -Shell Lync
        $lync = (Get-TestDocument (Get-UcFact -TestUser alice@contoso.example))['lync']
        $lync['partnerApplications']['values'][0]['metadataUrl'] | Should -Be 'https://autodiscover.contoso.example/autodiscover/metadata/json/1'
        $lync['oAuthConfiguration']['values'][0]['exchangeAutodiscoverUrl'] | Should -BeLike '*/autodiscover.svc'
        $lync['storageTests']['values'][0]['passed'] | Should -BeTrue
        # What is not set is an answer.
        $lync['oAuthConfiguration']['values'][0]['exchangeAutodiscoverAllowedDomains'] | Should -BeExactly ''
        $lync['oAuthServers'].ContainsKey('values') | Should -BeTrue
        $lync['oAuthServers']['values'].Count | Should -Be 0
    }
    It 'tells where autodiscover may redirect to as the one text that it is, and why a test failed' {
        $null = Enter-TestEstate 'oauth-redirected-2013' 'lync.contoso.example' 'Lync'
        $lync = (Get-TestDocument (Get-UcFact -TestUser alice@contoso.example))['lync']
        $lync['oAuthConfiguration']['values'][0]['exchangeAutodiscoverAllowedDomains'] | Should -BeExactly '*.contoso.example,*.outlook.com'
        $lync['storageTests']['values'][0]['passed'] | Should -BeFalse
        $lync['storageTests']['values'][0]['message'] | Should -BeLike '*redirect*'
    }
    It 'tells what is set of TLS, and nothing of what is not' {
        $folder = Enter-TestEstate 'tls-no-common-2013' 'ex01.contoso.example' 'Exchange'
        $fact = Get-UcFact
        $fact.Unknown | Should -BeNullOrEmpty
        $tls = (Get-TestDocument $fact)['machine']['tls']['values'][0]
        $tls['windowsBuild'] | Should -Be 14393
        $set = @{}
        foreach ($value in $tls['values']) { $set[$value['key'] + '\' + $value['name']] = $value['value'] }
        $schannel = 'HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\'
        $set.Count | Should -Be 16
        $set[$schannel + 'TLS 1.0\Client\Enabled'] | Should -Be 0
        # 0xFFFFFFFF, which PowerShell shows as -1.
        $set[$schannel + 'TLS 1.2\Server\Enabled'] | Should -Be 4294967295
        $set[$schannel + 'TLS 1.2\Server\DisabledByDefault'] | Should -Be 0
        foreach ($branch in 'SOFTWARE', 'SOFTWARE\Wow6432Node') { $set["HKLM\$branch\Microsoft\.NETFramework\v4.0.30319\SchUseStrongCrypto"] | Should -Be 1 }
        Enter-Simulation -Directory $folder -Computer lync.contoso.example -Shell Lync
        $tls = (Get-TestDocument (Get-UcFact))['machine']['tls']['values'][0]
        $tls['windowsBuild'] | Should -Be 7601
        $tls['values'].Count | Should -Be 0
    }
    It 'takes only a number of 32 bits for the number of a value' -ForEach @(
        @{ value = 1; number = 1 }, @{ value = -1; number = 4294967295 }, @{ value = [uint32]4294967295; number = 4294967295 }
        @{ value = '0'; number = $null }, @{ value = [long]0; number = $null }, @{ value = [byte[]](0, 0, 0, 0); number = $null }
    ) {
        $record = Invoke-InModule { param($value) ConvertTo-UcRegistryValue -Key 'K' -Name 'N' -Value $value } (, $value)
        $record.Contains('value') | Should -Be ($null -ne $number)
        if ($null -ne $number) { $record['value'] | Should -Be $number }
    }
    It 'tells which servers Lync says that it found' {
        $folder = Enter-TestEstate 'colocated-um-2013' 'lync.contoso.example' 'Lync'
        $fact = Get-UcFact
        $fact.Unknown | Should -BeNullOrEmpty
        $events = @((Get-TestDocument $fact)['machine']['lyncEvents']['values'])
        @($events | ForEach-Object { '{0} {1}' -f $_['source'], $_['id'] } | Select-Object -Unique) | Should -Be @('LS Protocol Stack 14493')
        $events[0]['message'] | Should -BeLike '*ex01.contoso.example'
        Enter-Simulation -Directory $folder -Computer ex01.contoso.example -Shell Exchange
        $machine = (Get-TestDocument (Get-UcFact))['machine']
        $machine['lyncEvents']['values'].Count | Should -Be 0
        @($machine['events']['values'] | ForEach-Object { $_['id'] }) | Should -Not -Contain 14493
    }
    It 'tells what calls to unified messaging need' {
        $folder = Enter-TestEstate 'um-working-2013' 'ex01.contoso.example' 'Exchange'
        $document = Get-TestDocument (Get-UcFact -AllUsers)
        $exchange = $document['exchange']
        @($exchange['umContainers']['values'] | ForEach-Object { $_['readers'] -contains 'RTCUniversalServerAdmins' }) | Should -Be @($true, $true, $true)
        $exchange['umHuntGroups']['values'][0]['ipGateway'] | Should -Be 'lync'
        $exchange['umServices']['values'][0]['sipAccessService'] | Should -BeExactly ''
        $exchange['umMailboxes']['values'][0]['eumAddresses'] | Should -Be @('alice@contoso.example;phone-context=SipPlan.contoso.example')
        @($document['machine']['services']['values'] | Where-Object { $_['name'] -like 'MSExchangeUM*' } | ForEach-Object { $_['started'] }) | Should -BeLike '2026-01-30T*'
        $document['machine']['firewallRules']['values'].Count | Should -Be 4
        $document['machine']['forest']['values'][0]['hasSipLine'] | Should -BeTrue
        Enter-Simulation -Directory $folder -Computer lync.contoso.example -Shell Lync
        $lync = (Get-TestDocument (Get-UcFact -AllUsers))['lync']
        $lync['umContacts']['values'][0]['sipAddress'] | Should -Be 'ova@contoso.example'
        $lync['voiceRoutes']['values'][0]['pstnGateways'] | Should -Be @('PstnGateway:gw.contoso.example')
        $lync['users']['values'][0]['lineUri'] | Should -Be 'tel:+14255550101'
    }
    It 'tells of an Edge only what it has copied' {
        $folder = Enter-TestEstate 'hybrid-edge-not-replicated' 'lync.contoso.example' 'Lync'
        $lync = (Get-TestDocument (Get-UcFact))['lync']
        $lync['accessEdge']['values'][0]['routing'] | Should -Be 'DnsSrv'
        $lync['hostingProviders']['values'][0]['proxyFqdn'] | Should -Be 'exap.um.outlook.com'
        @($lync['replication']['values'] | Where-Object { -not $_['upToDate'] } | ForEach-Object { $_['fqdn'] }) | Should -Be @('edge.contoso.example')
        Enter-Simulation -Directory $folder -Computer edge.contoso.example -Shell Lync
        (Get-TestDocument (Get-UcFact -Shell Local))['machine']['hostingProviders']['values'] | Should -BeNullOrEmpty
    }
    It 'changes nothing' {
        $folder = Enter-TestEstate 'working-2013' 'ex01.contoso.example' 'Exchange'
        $before = Get-SimulationHash -Directory $folder
        $null = Get-UcFact -AllUsers
        (Get-SimulationHash -Directory $folder) | Should -Be $before
    }
}
