# Collecting from objects that real servers gave, captured by Export-Clixml: what the documents say must be what the objects
# hold, and what is found must be true of these servers. The captures (UC_CORPUS, exchange-objects, its README says where they
# come from) are read where they are.
$corpus = $env:UC_CORPUS
if (-not $corpus) { $corpus = Join-Path $PSScriptRoot '../../../shared/corpus' }
$captures = Join-Path $corpus 'exchange-objects'
$skip = -not (Test-Path -LiteralPath $captures -PathType Container)

# What was read in the captures by hand; the certificates are judged by certificates-decoded.json, which has what Exchange
# itself wrote into them.
$servers = @(
    @{ Server = 'E15'; Name = 'SOLO-E15A'; Fqdn = 'Solo-E15A.Solo.net'; Version = 'Version 15.0 (Build 1497.2)'; Roles = @('Mailbox', 'ClientAccess'); At = '2021-06-09T00:00:00Z'
        Auth = 'AF776F9F2771D7097BFC9B1C6EC338F58593C387'; Own = 'C2030B5E9C17EE267DB39624FB9A50664512DF0C'; Services = 26; Required = 4; Resting = @() }
    @{ Server = 'E16'; Name = 'SOLO-E16A'; Fqdn = 'Solo-E16A.Solo.local'; Version = 'Version 15.1 (Build 2375.7)'; Roles = @('Mailbox'); At = '2023-03-01T00:00:00Z'
        Auth = '92E196F3C8D3D753FCFC5B7690C3173AA1C0ABE3'; Own = '823884A32609DCDC8C4B5462952586C30D814073'; Services = 30; Required = 4; Resting = @('MSExchangeNotificationsBroker') }
    @{ Server = 'E19'; Name = 'SOLO-E19A'; Fqdn = 'Solo-E19A.Solo.com'; Version = 'Version 15.2 (Build 986.5)'; Roles = @('Mailbox'); At = '2023-03-01T00:00:00Z'
        Auth = 'C3EDCF181EF4F9B53D01768ECA99564014BCA6E7'; Own = '6C7DE09FB39A40144F57EFEBC3DF0148E3A9AB28'; Services = 27; Required = 3; Resting = @() }
)
$sessions = @(foreach ($one in $servers) {
    foreach ($session in 'shell', 'plain') { $case = $one.Clone(); $case.Session = $session; $case }
})

Describe 'objects of real servers' -Tag 'Language' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'SimulationHooks.ps1')
        $corpus = $env:UC_CORPUS
        if (-not $corpus) { $corpus = Join-Path $PSScriptRoot '../../../shared/corpus' }
        $captures = (Resolve-Path -LiteralPath (Join-Path $corpus 'exchange-objects')).ProviderPath
        # The machine that runs the test is none of these servers: nothing of it goes into their facts.
        $simulationHooks = @{
            'Get-UcComputerName' = { return $global:UcTestCapture.Fqdn }
            'Get-UcRegistryValue' = { param([string]$Key, [string]$Name) throw (New-Object System.UnauthorizedAccessException 'not captured') }
            'Resolve-UcHost' = { param([string]$Name) throw 'not captured' }
            'Resolve-UcDnsSrvRecord' = { param([string]$Name) throw 'not captured' }
            'Get-UcWebResponse' = { param([string]$Url) throw 'not captured' }
            'Get-UcForest' = { throw 'not captured' }
            'Get-UcListenerPort' = { throw 'not captured' }
            'Get-UcFirewallRule' = { throw 'not captured' }
        }
        Connect-Simulation

        # The commands of a shell on one of the servers. Session: shell has the types of Exchange, plain has not, and in
        # broken signed serialization fails, in bytes too, where PowerShell made no certificates of what arrived. Other: further commands, as name and file.
        function Enter-TestCapture {
            param([string]$Server, [string]$Fqdn, [string]$Session, [hashtable]$Other = @{})
            $global:UcTestCapture = @{ Folder = (Join-Path $captures $Server); Fqdn = $Fqdn; Session = $Session; Fakes = (New-Object System.Collections.ArrayList) }
            $files = @{ 'Get-ExchangeServer' = 'GetExchangeServer'; 'Get-AuthConfig' = 'GetAuthConfig'; 'Get-Service' = 'GetService-trimmed'; 'Test-ServiceHealth' = 'TestServiceHealth' }
            foreach ($name in $Other.Keys) { $files[$name] = $Other[$name] }
            foreach ($name in $files.Keys) {
                $path = [System.IO.Path]::GetFullPath((Join-Path $global:UcTestCapture.Folder ($files[$name] + '.xml')))
                Set-TestCommand $name ("[CmdletBinding()] param(`$Identity, `$Server, [string[]]`$Name, [switch]`$ResultSize, `$Process, `$Component, `$Argument)`nImport-Clixml -LiteralPath '" + $path.Replace("'", "''") + "'")
            }
            Set-TestCommand 'Get-OwaVirtualDirectory' '[CmdletBinding()] param([switch]$ShowMailboxVirtualDirectories)
                if ($ShowMailboxVirtualDirectories) { throw "not captured" }
                Import-Clixml -LiteralPath (Join-Path $global:UcTestCapture.Folder "GetOwaVirtualDirectory.xml")'
            Set-TestCommand 'Get-ExchangeCertificate' '[CmdletBinding()] param([string]$Server)
                switch ($global:UcTestCapture.Session) {
                    "bytes" { foreach ($one in (Import-Clixml -LiteralPath (Join-Path $global:UcTestCapture.Folder "GetExchangeCertificateBroken.xml"))) { [pscustomobject]@{ RawData = $one.RawData; PSComputerName = "e2k16-1" } } }
                    "broken" { Import-Clixml -LiteralPath (Join-Path $global:UcTestCapture.Folder "GetExchangeCertificateBroken.xml") }
                    "shell" { Get-TestShellCertificate }
                    default { Import-Clixml -LiteralPath (Join-Path $global:UcTestCapture.Folder "GetExchangeCertificate.xml") }
                }'
            Set-TestCommand 'Get-TestShellCertificate' ([string]${function:New-TestShellCertificate})
            Set-TestCommand 'Get-CimInstance' '[CmdletBinding()] param($ClassName, $Filter)'
            Set-TestCommand 'Get-WinEvent' 'throw "not captured"'
        }
        function Set-TestCommand {
            param([string]$Name, [string]$Body)
            [void]$global:UcTestCapture.Fakes.Add($Name)
            Set-Item -LiteralPath ('Function:\global:' + $Name) -Value ([scriptblock]::Create($Body))
        }
        function Exit-TestCapture {
            if (-not (Test-Path -LiteralPath 'Variable:\global:UcTestCapture')) { return }
            foreach ($name in ($global:UcTestCapture.Fakes | Select-Object -Unique)) { Remove-Item -LiteralPath ('Function:\' + $name) }
            Remove-Variable -Name UcTestCapture -Scope Global
        }

        # The certificates as a management shell shows them, from what Exchange wrote into the captured objects.
        function New-TestShellCertificate {
            $all = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path $global:UcTestCapture.Folder 'certificates-decoded.json')))
            foreach ($one in $all) {
                $certificate = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (, [Convert]::FromBase64String($one.raw))
                $names = [ordered]@{ IMAP = 1; POP = 2; UM = 4; IIS = 8; SMTP = 16; Federation = 32; UMCallRouter = 64 }
                $services = @($names.Keys | Where-Object { $one.services -band $names[$_] }) -join ', '
                if (-not $services) { $services = 'None' }
                $values = @{
                    Services = $services; Status = $one.status; CertificateDomains = @($one.san); IsSelfSigned = $one.selfSigned
                    PublicKeySize = $one.bits; HasPrivateKey = $one.key; FriendlyName = $one.friendly
                }
                foreach ($name in $values.Keys) { Add-Member -InputObject $certificate -MemberType NoteProperty -Name $name -Value $values[$name] -Force }
                $certificate
            }
        }
        function Get-TestDocument {
            param($Fact)
            return Invoke-InModule { param($json) ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes($json)) } (, $Fact.Json)
        }
        function Get-TestDecoded {
            param([string]$Server)
            ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path (Join-Path $captures $Server) 'certificates-decoded.json')))
        }
        # The facts as if they had been collected when the server was captured.
        function Get-TestFactAt {
            param($Fact, [string]$At)
            $copy = $Fact.PSObject.Copy()
            $copy.Json = $Fact.Json -replace '"time"(\s*:\s*)"[^"]*"', ('"time"$1"' + $At + '"')
            return $copy
        }
        # What is held against these facts: rule and target, each once.
        function Get-TestFault {
            param($Fact, [string]$At, [string[]]$Scenario)
            $findings = @(Test-UcIntegration -Fact (Get-TestFactAt $Fact $At) -Scenario $Scenario -Now ([datetime]::Parse($At)).AddMinutes(5))
            $findings.Count | Should -BeGreaterThan 0
            return @($findings | Where-Object { $_.Status -eq 'Fail' -and $_.Severity -ne 'Information' } | ForEach-Object { $_.Rule } | Sort-Object -Unique)
        }
    }
    AfterEach { Exit-TestCapture }
    AfterAll { Disconnect-Simulation }

    It '<Server> tells its server, its directory and its settings as the objects hold them' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'shell'
        $document = Get-TestDocument (Get-UcFact -Shell Exchange)
        $exchange = $document['exchange']
        $found = $exchange['servers']['values'][0]
        $found['name'], $found['fqdn'], $found['version'], $found['site'], $found['edition'] | Should -BeExactly $Name, $Fqdn, $Version, 'Default-First-Site-Name', 'StandardEvaluation'
        $found['roles'] | Should -Be $Roles
        $directory = $exchange['owaVirtualDirectories']['values'][0]
        $directory['identity'] | Should -BeExactly ($Name + '\owa (Default Web Site)')
        $directory['server'] | Should -BeExactly $Name
        $directory['instantMessagingEnabled'] | Should -BeTrue
        $directory['instantMessagingType'] | Should -BeExactly 'None'
        $directory['backEnd'] | Should -BeFalse
        $exchange['authConfig']['values'][0]['currentCertificateThumbprint'] | Should -BeExactly $Auth
        $exchange['authConfig']['values'][0]['serviceName'] | Should -BeExactly '00000002-0000-0ff1-ce00-000000000000'
        # A question without an answer is not one with an empty answer.
        $exchange['owaBackEndVirtualDirectories'].ContainsKey('values') | Should -BeFalse
        $document['machine']['webConfigs'].ContainsKey('values') | Should -BeFalse
    }
    It '<Server> tells its services, and what Exchange requires of them' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'shell'
        $document = Get-TestDocument (Get-UcFact -Shell Exchange)
        $values = @($document['machine']['services']['values'])
        $values.Count | Should -Be $Services
        @($values | Where-Object { $_['startType'] -eq 'Automatic' -and $_['status'] -ne 'Running' } | ForEach-Object { $_['name'] }) | Should -Be $Resting
        $answers = @($document['exchange']['serviceHealth']['values'])
        $answers.Count | Should -Be $Required
        foreach ($role in $answers) {
            $role['server'] | Should -BeExactly $Name
            $role['requiredServicesRunning'] | Should -BeTrue
            $role['servicesNotRunning'].Count | Should -Be 0
            $role['servicesRunning'] | Should -Contain 'MSExchangeADTopology'
        }
    }
    It 'a management shell of <Server> tells all of its certificates' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'shell'
        $values = @((Get-TestDocument (Get-UcFact -Shell Exchange))['exchange']['certificates']['values'])
        $expected = @(Get-TestDecoded $Server)
        $values.Count | Should -Be $expected.Count
        for ($i = 0; $i -lt $values.Count; $i++) {
            $values[$i]['server'] | Should -BeExactly $Name
            foreach ($pair in @('thumbprint', 'thumb'), @('publicKeySize', 'bits'), @('isSelfSigned', 'selfSigned'), @('hasPrivateKey', 'key'), @('friendlyName', 'friendly'), @('status', 'status')) {
                $values[$i][$pair[0]] | Should -BeExactly $expected[$i].($pair[1]) -Because $pair[0]
            }
            ($values[$i]['domains'] -join ' ') | Should -BeExactly ($expected[$i].san -join ' ')
        }
        @($values | Where-Object { $_['thumbprint'] -eq $Own })[0]['services'] | Should -Be @('IMAP', 'POP', 'IIS', 'SMTP')
        @($values | Where-Object { $_['thumbprint'] -eq $Auth })[0]['services'] | Should -Be @('SMTP')
        @($values | Where-Object { $_['services'].Count -eq 0 }) | Should -HaveCount 1
    }
    It 'a session of <Server> without the types of Exchange tells what the bytes say, and nothing else' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'plain'
        # What PowerShell makes of them has a key and a name that nobody told.
        @(Get-ExchangeCertificate)[0].HasPrivateKey | Should -BeFalse
        $values = @((Get-TestDocument (Get-UcFact -Shell Exchange))['exchange']['certificates']['values'])
        $expected = @(Get-TestDecoded $Server)
        $values.Count | Should -Be $expected.Count
        for ($i = 0; $i -lt $values.Count; $i++) {
            $values[$i]['thumbprint'] | Should -BeExactly $expected[$i].thumb
            $values[$i]['publicKeySize'] | Should -Be $expected[$i].bits
            ($values[$i]['domains'] -join ' ') | Should -BeExactly ($expected[$i].san -join ' ')
            $bytes = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (, [Convert]::FromBase64String($expected[$i].raw))
            $values[$i]['subject'] | Should -BeExactly $bytes.Subject
            $values[$i]['notAfter'] | Should -BeExactly $bytes.NotAfter.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss', [System.Globalization.CultureInfo]::InvariantCulture).Insert(19, 'Z')
            foreach ($name in 'services', 'hasPrivateKey', 'friendlyName', 'isSelfSigned', 'status') { $values[$i].ContainsKey($name) | Should -BeFalse -Because $name }
        }
    }
    It 'a management shell whose signed serialization fails tells the same: <_>' -ForEach @('broken', 'bytes') {
        Enter-TestCapture -Server 'E16' -Fqdn 'e2k16-1.contoso.lab' -Session $_
        $values = @((Get-TestDocument (Get-UcFact -Shell Exchange))['exchange']['certificates']['values'])
        @(Get-ExchangeCertificate) | Should -HaveCount $values.Count
        $first = $values[0]
        $first['thumbprint'] | Should -BeExactly '8BFE845E6DCA42BBDC8F872672CDA1A4E0C3EBF1'
        $first['subject'] | Should -BeExactly 'DC=Windows Azure CRP Certificate Generator'
        $first['notBefore'] | Should -Match '^2023-01-05T'
        $first['notAfter'] | Should -Match '^2024-01-05T'
        $first['publicKeySize'] | Should -Be 2048
        $first['domains'].Count | Should -Be 0
        $own = @($values | Where-Object { $_['subject'] -eq 'CN=E2k16-1' -and $_['domains'].Count -gt 0 })
        $own.Count | Should -BeGreaterThan 0
        foreach ($value in $values) { foreach ($name in 'services', 'hasPrivateKey', 'friendlyName') { $value.ContainsKey($name) | Should -BeFalse -Because $name } }
    }
    It 'a certificate of a <Session> session says of its key <status> when it is tested' -ForEach @(
        @{ Session = 'plain'; status = 'Unknown' }, @{ Session = 'shell'; status = 'Pass' }
    ) {
        Enter-TestCapture -Server 'E16' -Fqdn 'Solo-E16A.Solo.local' -Session $Session
        $certificate = @(Get-ExchangeCertificate)[1]
        if ($Session -eq 'shell') { Add-Member -InputObject $certificate -MemberType NoteProperty -Name 'PSComputerName' -Value 'solo-e16a' }
        $check = $certificate | Test-UcCertificate -Purpose OwaIm -Fqdn 'Solo-E16A.Solo.local' -Now ([datetime]'2023-03-01')
        @($check.Findings | Where-Object { $_.Code -eq 'PrivateKey' })[0].Status | Should -Be $status
    }
    It 'the overrides of <File> are read with their parameters, and servers only where they are named' -ForEach @(
        @{ File = 'GetSettingOverride'; Names = @('DisablingAMSIScan'); Targets = @(0) }
        @{ File = 'GetSettingOverride1'; Names = @('EnableSigningVerification'); Targets = @(0) }
        @{ File = 'GetSettingOverride2'; Names = @('EnableExchangeHybrid3PAppFeature'); Targets = @(0) }
        @{ File = '../overrides/GetSettingOverrideDisabledOnSrv'; Names = @('DisablingAMSIScanOnSrv'); Targets = @(1) }
        @{ File = '../overrides/GetSettingOverrideMultiConfigs'; Names = @('DisablingAMSIScanOnOrg', 'DisablingAMSIScanOnSrv'); Targets = @(0, 1) }
    ) {
        Enter-TestCapture -Server 'E19' -Fqdn 'Solo-E19A.Solo.com' -Session 'plain' -Other @{ 'Get-SettingOverride' = $File }
        $values = @((Get-TestDocument (Get-UcFact -Shell Exchange))['exchange']['settingOverrides']['values'])
        @($values | ForEach-Object { $_['name'] }) | Should -Be $Names
        foreach ($value in $values) {
            $value['parameters'].Count | Should -Be 1
            $value['parameters'][0] | Should -Match '^Enabled=(true|false)$'
            $value['whenChanged'] | Should -Match '^20\d\d-\d\d-\d\dT'
            foreach ($limit in 'minVersion', 'maxVersion') { [string]$value[$limit] | Should -BeExactly '' }
        }
        @($values | ForEach-Object { @($_['servers'] | Where-Object { $_ }).Count }) | Should -Be $Targets
    }
    It 'partner applications are read with their accounts' {
        Enter-TestCapture -Server 'E19' -Fqdn 'Solo-E19A.Solo.com' -Session 'plain' -Other @{ 'Get-PartnerApplication' = 'GetPartnerApplication' }
        $values = @((Get-TestDocument (Get-UcFact -Shell Exchange))['exchange']['partnerApplications']['values'])
        @($values | ForEach-Object { '{0}:{1}' -f $_['name'], $_['enabled'] }) | Should -Be @('Exchange Online:True', 'Microsoft Graph:True', 'TeamsScheduler:False', 'CloudVoicemail:False', 'SfBLegacy:True')
        $values[0]['linkedAccount'] | Should -BeExactly 'contoso.lab/Users/Exchange Online-ApplicationAccount'
        $values[4]['linkedAccount'] | Should -BeExactly ''
        $values[4]['applicationIdentifier'] | Should -BeExactly '00000004-0000-0ff1-ce00-000000000000'
        @($values | ForEach-Object { $_['useAuthServer'] } | Select-Object -Unique) | Should -Be @($true)
        @($values | ForEach-Object { $_['authMetadataUrl'] + $_['realm'] } | Select-Object -Unique) | Should -Be @('')
    }
    It 'an answer of <Server> without the settings is a failure with its words' -ForEach @(
        @{ Server = 'E15'; Words = 'Specified process is not registered. Currently registered on Solo-E15A.Solo.net.' }
        @{ Server = 'E16'; Words = '*IMSettings*' }
        @{ Server = 'E19'; Words = '*IMSettings*' }
    ) {
        # E15 does not have the question; its answer is what a later server without the process says.
        Enter-TestCapture -Server 'E19' -Fqdn 'Solo-E19A.Solo.com' -Session 'plain' -Other @{ 'Get-ExchangeDiagnosticInfo' = "../$Server/GetExchangeDiagnosticInfo_ADTopVariantConfiguration" }
        $fact = Get-UcFact -Shell Exchange
        $unknown = @($fact.Unknown | Where-Object { $_.Section -eq 'exchange.imSettings' })
        $unknown | Should -HaveCount 1
        $unknown[0].Error | Should -BeLike $Words
        @((Get-TestDocument $fact)['exchange']['imSettings']['values'] | Where-Object { $null -ne $_ }) | Should -HaveCount 0
    }
    It 'the version of an object without its text is the one of its numbers' {
        $object = Import-Clixml -LiteralPath (Join-Path $captures 'E19/E19CU11AdminDisplayVersion.xml')
        Invoke-InModule { param($v) Format-UcServerVersion $v } $object | Should -BeExactly 'Version 15.2 (Build 986.5)'
        $numbers = New-Object PSObject
        foreach ($name in 'Major', 'Minor', 'Build', 'Revision') { Add-Member -InputObject $numbers -MemberType NoteProperty -Name $name -Value $object.$name }
        Invoke-InModule { param($v) Format-UcServerVersion $v } $numbers | Should -BeExactly 'Version 15.2 (Build 986.5)'
    }
    # Nothing of instant messaging is set up on these servers, and no certificate has the services of unified messaging, so
    # that is true of them. A session that does not tell services holds nothing against them.
    It 'nothing false is found of <Server> in a <Session> session' -ForEach $sessions {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session $Session
        $faults = @('OWA-VDIR-IM')
        if ($Session -eq 'shell' -and $Server -ne 'E19') { $faults += 'UMCERT-ENABLED-SERVICES' }
        $fact = Get-UcFact -Shell Exchange
        Get-TestFault $fact $At 'Prerequisites', 'OwaIm', 'UnifiedMessaging' | Should -Be $faults
        $found = @(Test-UcOwaIm -Fact (Get-TestFactAt $fact $At) -Now ([datetime]::Parse($At)).AddMinutes(5))
        # It adds what this session tells today, which is later than the time of the capture.
        @($found | Where-Object { $_.Status -eq 'Fail' -and $_.Rule -ne 'EST-CLOCK' -and $_.Severity -ne 'Information' } | ForEach-Object { $_.Rule } | Select-Object -Unique) | Should -Be @('OWA-VDIR-IM')
    }
    It 'nothing false is found of the machine of <Server> alone' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'plain'
        Get-TestFault (Get-UcFact -Shell Local) $At 'Prerequisites', 'OwaIm', 'UnifiedMessaging' | Should -BeNullOrEmpty
    }
    # None of these overrides is one of instant messaging, the application under the identifier of Lync is that of the cloud, and no certificate is issued by an authority.
    It 'nothing false is found with the overrides of <_>, and with partner applications' -ForEach @(
        'GetSettingOverride', 'GetSettingOverride1', 'GetSettingOverride2', '../overrides/GetSettingOverrideDisabledOnSrv', '../overrides/GetSettingOverrideMultiConfigs'
    ) {
        Enter-TestCapture -Server 'E19' -Fqdn 'Solo-E19A.Solo.com' -Session 'shell' -Other @{
            'Get-SettingOverride' = $_; 'Get-PartnerApplication' = 'GetPartnerApplication'; 'Get-ExchangeDiagnosticInfo' = 'GetExchangeDiagnosticInfo_ADTopVariantConfiguration1'
        }
        Get-TestFault (Get-UcFact -Shell Exchange) '2023-03-01T00:00:00Z' 'Prerequisites', 'OwaIm', 'UnifiedMessaging' | Should -Be @('OWA-VDIR-IM', 'SO-CREATE')
    }
    It 'nothing false is found where signed serialization fails' {
        Enter-TestCapture -Server 'E16' -Fqdn 'Solo-E16A.Solo.local' -Session 'broken'
        # The certificates are those of another server than its settings.
        Set-TestCommand 'Get-AuthConfig' 'throw "not captured"'
        Get-TestFault (Get-UcFact -Shell Exchange) '2023-03-01T00:00:00Z' 'Prerequisites', 'OwaIm', 'UnifiedMessaging' | Should -Be @('OWA-VDIR-IM')
    }
    It 'no plan selects a certificate of which <Server> in a plain session tells half' -ForEach $servers {
        Enter-TestCapture -Server $Server -Fqdn $Fqdn -Session 'plain'
        $plan = Get-UcPlan -Fact (Get-TestFactAt (Get-UcFact -Shell Exchange) $At) -Scenario OwaIm -IMServerName 'pool.contoso.com' -Now ([datetime]::Parse($At)).AddMinutes(5)
        $plan.Json | Should -Not -Match 'IMCertificateThumbprint[^}]{0,40}(AF776F|C2030B|92E196|823884|C3EDCF|6C7DE0)'
    }
}
