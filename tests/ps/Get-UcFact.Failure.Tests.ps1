# Collecting facts where commands fail, answer in lost types, or are asked for many users. Small commands stand for the
# products here, so that each test sees exactly what was asked.
$userCommands = @(
    @{ Command = 'Get-Mailbox'; Group = 'exchange'; Section = 'mailboxes'; Term = 'EmailAddresses'; Prefix = ''; All = 'Unlimited'; Reports = $true }
    @{ Command = 'Get-CASMailbox'; Group = 'exchange'; Section = 'clientMailboxes'; Term = 'EmailAddresses'; Prefix = ''; All = 'Unlimited'; Reports = $false }
    @{ Command = 'Get-UMMailbox'; Group = 'exchange'; Section = 'umMailboxes'; Term = 'EmailAddresses'; Prefix = ''; All = 'Unlimited'; Reports = $false }
    @{ Command = 'Get-CsUser'; Group = 'lync'; Section = 'users'; Term = 'SipAddress'; Prefix = 'sip:'; All = ''; Reports = $true }
)
Describe 'Get-UcFact against commands that fail' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $fakes = New-Object System.Collections.ArrayList
        # A global command that does this; removed after the test.
        function Set-TestCommand {
            param([string]$Name, [scriptblock]$Body)
            [void]$fakes.Add($Name)
            Set-Item -LiteralPath ('Function:\global:' + $Name) -Value ([scriptblock]::Create([string]$Body))
        }
        # The sections of the Exchange shell alone: those of the machine are a matter of the machine that runs the test.
        function Get-TestSection {
            param([string[]]$User = @(), [switch]$AllUsers, [string]$Group = 'exchange')
            Invoke-InModule {
                param($users, $all, $group)
                $context = New-UcFactContext -User $users -AllUsers $all
                (Get-UcSectionList -Group $group -Context $context)[$group]
            } $User, ([bool]$AllUsers), $Group
        }
        function New-TestServer {
            param([string]$Name, [string]$Version = 'Version 15.0 (Build 1497.2)', [string]$Role = 'Mailbox, ClientAccess')
            [pscustomobject]@{ Name = $Name; Fqdn = "$Name.contoso.com"; AdminDisplayVersion = $Version; ServerRole = $Role; Site = 'contoso.com/Configuration/Sites/Paris'; Edition = 'Standard' }
        }
        $server = [string]${function:New-TestServer}
        Set-Item -LiteralPath 'Function:\global:New-TestServer' -Value ([scriptblock]::Create($server))
    }
    BeforeEach { $global:UcTestCalls = New-Object System.Collections.ArrayList }
    AfterEach {
        foreach ($name in $fakes) { if (Test-Path -LiteralPath ('Function:\' + $name)) { Remove-Item -LiteralPath ('Function:\' + $name) } }
        $fakes.Clear()
    }
    AfterAll {
        Remove-Item -LiteralPath 'Function:\New-TestServer'
        Remove-Variable -Name UcTestCalls -Scope Global
    }
    It 'goes on after a command that ends in an error, and says which and why' -Tag 'Language' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-OwaMailboxPolicy' { throw 'no directory' }
        Set-TestCommand 'Get-AuthConfig' { [pscustomobject]@{ CurrentCertificateThumbprint = 'AB'; Realm = '' } }
        $count = $Error.Count
        $sections = Get-TestSection
        $sections['owaMailboxPolicies']['error'] | Should -BeExactly 'no directory'
        $sections['owaMailboxPolicies'].Contains('values') | Should -BeFalse
        $sections['authConfig']['values'][0]['currentCertificateThumbprint'] | Should -BeExactly 'AB'
        $sections['owaVirtualDirectories']['error'] | Should -Match 'Get-OwaVirtualDirectory'
        $Error.Count | Should -Be $count
    }
    It 'keeps what one server of two answered, and why the other did not' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; New-TestServer 'EX02' }
        Set-TestCommand 'Get-ExchangeCertificate' {
            [CmdletBinding()] param([string]$Server)
            if ($Server -eq 'EX01') { Write-Error 'RPC' } else { [pscustomobject]@{ Thumbprint = 'AB'; Services = ''; NotAfter = [datetime]'2030-01-01' } }
        }
        $fact = (Get-TestSection)['certificates']
        @($fact['values'] | ForEach-Object { $_['server'] }) | Should -Be @('EX02')
        $fact['failures'][0]['target'] | Should -BeExactly 'EX01'
        $fact['failures'][0]['error'] | Should -BeExactly 'RPC'
        # Services that the session does not tell are unknown, not none.
        $fact['values'][0].Contains('services') | Should -BeFalse
    }
    It 'has no answer where no server answered' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-ExchangeCertificate' { [CmdletBinding()] param([string]$Server) throw 'RPC' }
        $fact = (Get-TestSection)['certificates']
        $fact['error'] | Should -BeExactly 'RPC'
        $fact.Contains('values') | Should -BeFalse
    }
    It 'asks no server where the servers are not known, and knows nothing of versions then' {
        Set-TestCommand 'Get-ExchangeServer' { throw 'offline' }
        Set-TestCommand 'Get-ExchangeCertificate' { [CmdletBinding()] param([string]$Server) [void]$global:UcTestCalls.Add($Server) }
        $sections = Get-TestSection
        $sections['certificates']['error'] | Should -Match 'Get-ExchangeServer'
        $sections['settingOverrides'].Contains('error') | Should -BeTrue
        $sections['umServices'].Contains('error') | Should -BeTrue
        $global:UcTestCalls.Count | Should -Be 0
    }
    It 'leaves Edge servers alone' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; New-TestServer -Name 'EDGE' -Role 'Edge' }
        Set-TestCommand 'Get-ExchangeCertificate' { [CmdletBinding()] param([string]$Server) [void]$global:UcTestCalls.Add($Server) }
        $null = Get-TestSection
        $global:UcTestCalls.ToArray() | Should -Be @('EX01')
    }
    It 'an object without its name is an error, not half an answer' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; [pscustomobject]@{ Fqdn = 'x' } }
        $fact = (Get-TestSection)['servers']
        $fact.Contains('values') | Should -BeFalse
        $fact['error'] | Should -Match 'Name'
    }
    It 'reads objects that lost their types' -Tag 'Language' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-OwaVirtualDirectory' {
            [pscustomobject]@{ Identity = 'EX01\owa (Default Web Site)'; Server = 'EX01'; InstantMessagingEnabled = 'True'; InstantMessagingType = 'Ocs' }
        }
        Set-TestCommand 'Get-ExchangeCertificate' {
            [CmdletBinding()] param([string]$Server)
            [pscustomobject]@{ Thumbprint = 'AB'; Services = 'IMAP, IIS'; CertificateDomains = '{a.contoso.com, b.contoso.com}'; PublicKeySize = '2048'; HasPrivateKey = 'False' }
        }
        $sections = Get-TestSection
        $sections['owaVirtualDirectories']['values'][0]['instantMessagingEnabled'] | Should -Be $true
        $certificate = $sections['certificates']['values'][0]
        $certificate['services'] | Should -Be @('IMAP', 'IIS')
        $certificate['domains'] | Should -Be @('a.contoso.com', 'b.contoso.com')
        $certificate['publicKeySize'] | Should -Be 2048
        $certificate['hasPrivateKey'] | Should -Be $false
    }
    It 'takes nothing of a certificate that its session does not tell' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-ExchangeCertificate' {
            [CmdletBinding()] param([string]$Server)
            [pscustomobject]@{ Thumbprint = 'AB'; Subject = 'CN=a'; HasPrivateKey = $false; FriendlyName = ''; IsSelfSigned = 'maybe'; PublicKeySize = 'large'; NotAfter = 'soon' }
        }
        $certificate = (Get-TestSection)['certificates']['values'][0]
        @($certificate.Keys) | Should -Be @('thumbprint', 'subject', 'server')
    }
    It 'has no certificates of a server of which one cannot be read, and those of the others' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; New-TestServer 'EX02' }
        Set-TestCommand 'Get-ExchangeCertificate' {
            [CmdletBinding()] param([string]$Server)
            [pscustomobject]@{ Thumbprint = 'AB'; Services = 'IIS' }
            if ($Server -eq 'EX01') { [pscustomobject]@{ RawData = [byte[]](1, 2, 3) } }
        }
        $fact = (Get-TestSection)['certificates']
        @($fact['values'] | ForEach-Object { $_['server'] }) | Should -Be @('EX02')
        @($fact['failures'] | ForEach-Object { $_['target'] }) | Should -Be @('EX01')
        $fact['failures'][0]['error'] | Should -Not -BeNullOrEmpty
    }
    It 'takes of the health of services what has its type' -Tag 'Language' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; New-TestServer -Name 'EX10' -Version 'Version 14.3 (Build 513.0)' }
        Set-TestCommand 'Test-ServiceHealth' {
            [CmdletBinding()] param([string]$Server)
            [void]$global:UcTestCalls.Add($Server)
            [pscustomobject]@{ Role = 'A'; RequiredServicesRunning = 'True'; ServicesRunning = '{a, b}'; ServicesNotRunning = @() }
            [pscustomobject]@{ Role = 'B'; RequiredServicesRunning = 'perhaps'; ServicesRunning = $null }
        }
        $values = (Get-TestSection)['serviceHealth']['values']
        $global:UcTestCalls.ToArray() | Should -Be @('EX01')
        $values[0]['requiredServicesRunning'] | Should -BeExactly $true
        $values[0]['servicesRunning'] | Should -Be @('a', 'b')
        $values[0]['servicesNotRunning'].Count | Should -Be 0
        @($values[1].Keys) | Should -Be @('role', 'server')
    }
    It 'an answer without a role is an error, and one server that does not answer is a failure' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01'; New-TestServer 'EX02' }
        Set-TestCommand 'Test-ServiceHealth' { [CmdletBinding()] param([string]$Server) if ($Server -eq 'EX01') { throw 'RPC' }; [pscustomobject]@{ Role = 'A' } }
        $fact = (Get-TestSection)['serviceHealth']
        @($fact['values'] | ForEach-Object { $_['server'] }) | Should -Be @('EX02')
        $fact['failures'][0]['error'] | Should -BeExactly 'RPC'
        Set-TestCommand 'Test-ServiceHealth' { [CmdletBinding()] param([string]$Server) [pscustomobject]@{ RequiredServicesRunning = $true } }
        (Get-TestSection)['serviceHealth']['error'] | Should -Match 'Role'
    }
    It 'asks both processes for settings where the version is not known, and forgets the one that has none' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer -Name 'EX01' -Version $null }
        Set-TestCommand 'Get-ExchangeDiagnosticInfo' {
            [CmdletBinding()] param($Server, $Process, $Component, $Argument)
            # The overrides that a server has read are another question.
            if ($Argument -ne 'Overrides') { [void]$global:UcTestCalls.Add("$Process $Argument") }
            if ($Process -like '*TopologyService' -and -not $global:UcTestCalls.Contains('silent')) { return '<D><IMSettings IMServerName="pool.contoso.com" /></D>' }
            '<D><ProcessLocator><error>Specified process is not registered.</error></ProcessLocator></D>'
        }
        $fact = (Get-TestSection)['imSettings']
        $fact['values'][0]['imServerName'] | Should -Be 'pool.contoso.com'
        $fact.Contains('failures') | Should -BeFalse
        $global:UcTestCalls.ToArray() | Should -Be @('MSExchangeMailboxAssistants Config,Component=OwaServer', 'Microsoft.Exchange.Directory.TopologyService Config')
        [void]$global:UcTestCalls.Add('silent')
        $fact = (Get-TestSection)['imSettings']
        $fact['failures'].Count | Should -Be 1
        $fact['failures'][0]['error'] | Should -BeExactly 'Specified process is not registered.'
    }
    It 'reads the alternative names <value> of a certificate of Lync as <names>' -ForEach @(
        @{ value = @('a.contoso.com', 'b.contoso.com'); names = 'a.contoso.com b.contoso.com' }
        @{ value = 'a.contoso.com, b.contoso.com'; names = 'a.contoso.com b.contoso.com' }
        @{ value = '{a.contoso.com, *.contoso.com}'; names = 'a.contoso.com *.contoso.com' }
        @{ value = "DNS Name=a.contoso.com`r`nNom DNS=b.contoso.com"; names = 'a.contoso.com b.contoso.com' }
        @{ value = 'fe01'; names = 'fe01' }
        @{ value = @('', $null); names = '' }
        @{ value = 'System.String[]'; names = '' }
        @{ value = ''; names = '' }
        @{ value = @(); names = '' }
        @{ value = $null; names = '' }
    ) {
        Set-TestCommand 'Get-CsCertificate' { [CmdletBinding()] param($Type) [pscustomobject]@{ Use = 'OAuthTokenIssuer'; Thumbprint = 'AB'; AlternativeNames = $global:UcTestCalls[0] } }
        [void]$global:UcTestCalls.Add($value)
        $certificate = (Get-TestSection -Group 'lync')['certificates']['values'][0]
        # What was not told is unknown, not none.
        $certificate.Contains('alternativeNames') | Should -Be ($names -ne '')
        if ($names) { $certificate['alternativeNames'] -join ' ' | Should -BeExactly $names }
    }
    It 'reads how an Edge routes from <method> <type> as <routing>' -ForEach @(
        @{ method = 'UseDnsSrvRouting'; type = 'X.DefaultRoute'; routing = 'DnsSrv' }
        @{ method = 'UseDefaultRouting'; type = 'X.DnsSrvRouting'; routing = 'DefaultRoute' }
        @{ method = $null; type = 'Deserialized.X.DisplayAccessEdgeSettingsDnsSrvRouting'; routing = 'DnsSrv' }
        @{ method = ''; type = 'X.DisplayAccessEdgeSettingsDefaultRoute'; routing = 'DefaultRoute' }
        @{ method = 'Other'; type = 'X.DnsSrvRouting'; routing = $null }
        @{ method = $null; type = 'X.DisplayAccessEdgeSettings'; routing = $null }
    ) {
        Set-TestCommand 'Get-CsAccessEdgeConfiguration' {
            $edge = [pscustomobject]@{ AllowOutsideUsers = $true; RoutingMethod = $global:UcTestCalls[0] }
            $edge.PSObject.TypeNames.Insert(0, $global:UcTestCalls[1])
            $edge
        }
        $global:UcTestCalls.AddRange(@($method, $type))
        $edge = (Get-TestSection -Group 'lync')['accessEdge']['values'][0]
        $edge['routing'] | Should -BeExactly $routing
        $edge.Contains('routing') | Should -Be ($null -ne $routing)
    }
    It 'looks for the commands of a product only in what its shell has loaded' {
        $modules = $env:PSModulePath
        $folder = Join-Path $TestDrive 'modules/UcTestElsewhere'
        [void][System.IO.Directory]::CreateDirectory($folder)
        [System.IO.File]::WriteAllText((Join-Path $folder 'UcTestElsewhere.psm1'), 'function Get-OwaMailboxPolicy { }')
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        try {
            $env:PSModulePath = (Join-Path $TestDrive 'modules') + [System.IO.Path]::PathSeparator + $modules
            (Get-TestSection)['owaMailboxPolicies']['error'] | Should -Match 'Get-OwaMailboxPolicy'
            Get-Module -Name 'UcTestElsewhere' | Should -BeNullOrEmpty
        } finally {
            $env:PSModulePath = $modules
            Remove-Module -Name 'UcTestElsewhere' -ErrorAction SilentlyContinue
        }
    }
    It 'tells of a test that failed what caused it, each sentence once' {
        Set-TestCommand 'Test-CsExStorageConnectivity' {
            [CmdletBinding()] param([string]$SipUri, [switch]$DeleteItem)
            $web = New-Object System.Exception 'The remote server returned an error: (401) Unauthorized.'
            $service = New-Object System.Exception "ExCreateItem failed.`r`n  code=5", $web
            throw (New-Object System.Exception 'ExCreateItem failed. code=5', $service)
        }
        $context = Invoke-InModule { New-UcFactContext -TestUser 'ann@contoso.com' }
        $fact = Invoke-InModule { param($context) (Get-UcSectionList -Group 'lync' -Context $context)['lync']['storageTests'] } $context
        $fact['values'][0]['passed'] | Should -BeFalse
        $fact['values'][0]['message'] | Should -BeExactly 'ExCreateItem failed. code=5 The remote server returned an error: (401) Unauthorized.'
    }
    It 'does not take a property that an object lost for one that is not set' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-PartnerApplication' {
            [pscustomobject]@{ Name = 'lost'; ApplicationIdentifier = 'a' }
            [pscustomobject]@{ Name = 'bare'; ApplicationIdentifier = 'a'; AuthMetadataUrl = $null; LinkedAccount = $null; Realm = '' }
        }
        Set-TestCommand 'Get-ClientAccessServer' { [pscustomobject]@{ Name = 'EX01' }; [pscustomobject]@{ Name = 'EX02'; AutoDiscoverServiceInternalUri = $null } }
        $exchange = Get-TestSection
        $lost, $bare = $exchange['partnerApplications']['values']
        foreach ($name in 'authMetadataUrl', 'linkedAccount', 'realm') {
            $lost.Contains($name) | Should -BeFalse -Because $name
            $bare[$name] | Should -BeExactly '' -Because $name
        }
        $lost, $bare = $exchange['clientAccessServices']['values']
        $lost.Contains('autodiscoverUri') | Should -BeFalse
        $bare['autodiscoverUri'] | Should -BeExactly ''

        Set-TestCommand 'Get-CsOAuthConfiguration' { [pscustomobject]@{ ServiceName = 'a' }; [pscustomobject]@{ ExchangeAutodiscoverUrl = $null } }
        Set-TestCommand 'Get-CsPartnerApplication' { [pscustomobject]@{ Identity = 'lost' }; [pscustomobject]@{ Identity = 'bare'; AuthToken = 'X509Certificate' } }
        Set-TestCommand 'Get-CsTrustedApplicationPool' { [pscustomobject]@{ PoolFqdn = 'lost' }; [pscustomobject]@{ PoolFqdn = 'bare'; Registrar = $null }; [pscustomobject]@{ PoolFqdn = 'set'; Registrar = 'Registrar:pool.contoso.com' } }
        Set-TestCommand 'Get-CsTrustedApplicationComputer' { }
        $lync = Get-TestSection -Group 'lync'
        foreach ($case in @('oAuthConfiguration', 'exchangeAutodiscoverUrl'), @('partnerApplications', 'metadataUrl'), @('trustedPools', 'registrar')) {
            $lost, $bare = @($lync[$case[0]]['values'])[0, 1]
            $lost.Contains($case[1]) | Should -BeFalse -Because $case[1]
            $bare[$case[1]] | Should -BeExactly '' -Because $case[1]
        }
        $lync['trustedPools']['values'][2]['registrar'] | Should -BeExactly 'pool.contoso.com'
    }
    It 'does not take computers that could not be read for a pool without any: <name>' -ForEach @(
        @{ name = 'no answer'; command = { throw 'Access denied.' } }
        @{ name = 'an answer with an error'; command = { [CmdletBinding()] param() [pscustomobject]@{ Fqdn = 'ex01.contoso.com'; Pool = 'owa.contoso.com' }; Write-Error 'Access denied.' } }
    ) {
        Set-TestCommand 'Get-CsTrustedApplicationPool' { [pscustomobject]@{ PoolFqdn = 'owa.contoso.com' } }
        Set-TestCommand 'Get-CsTrustedApplicationComputer' $command
        $pools = (Get-TestSection -Group 'lync')['trustedPools']
        $pools['values'][0].Contains('computers') | Should -BeFalse
        $pools['failures'][0]['error'] | Should -BeExactly 'Access denied.'
        Set-TestCommand 'Get-CsTrustedApplicationComputer' { }
        @((Get-TestSection -Group 'lync')['trustedPools']['values'][0]['computers']).Count | Should -Be 0
    }
    It 'reads an OAuth server whose address stands in its token, and one without an address' {
        Set-TestCommand 'Get-CsOAuthServer' {
            [pscustomobject]@{ Identity = 'microsoft.sts'; MetadataUrl = 'https://sts.contoso.com/metadata/json/1'; Realm = $null }
            [pscustomobject]@{ Identity = 'other'; AuthToken = 'Value=https://other.contoso.com/metadata/json/1' }
            [pscustomobject]@{ Identity = 'none'; MetadataUrl = $null }
            [pscustomobject]@{ Identity = 'strange' }
        }
        $values = @((Get-TestSection -Group 'lync')['oAuthServers']['values'])
        @($values | ForEach-Object { $_['identity'] }) | Should -Be @('microsoft.sts', 'other', 'none', 'strange')
        $values[0]['metadataUrl'] | Should -BeExactly 'https://sts.contoso.com/metadata/json/1'
        $values[0]['realm'] | Should -BeExactly ''
        $values[1]['metadataUrl'] | Should -BeExactly 'https://other.contoso.com/metadata/json/1'
        $values[2]['metadataUrl'] | Should -BeExactly ''
        $values[3].Contains('metadataUrl') | Should -BeFalse
    }
    It 'has no events of Lync where <Id> says that there is no log, and an error where the log cannot be read' -ForEach @(
        @{ Id = 'NoMatchingEventsFound' }, @{ Id = 'NoMatchingLogsFound' }, @{ Id = 'NoMatchingProvidersFound' }, @{ Id = 'Denied' }
    ) {
        $global:UcTestError = $Id
        Set-TestCommand 'Get-WinEvent' {
            [CmdletBinding()] param([hashtable]$FilterHashtable, [long]$MaxEvents)
            Write-Error -Message 'No such thing.' -ErrorId $global:UcTestError
        }
        $fact = Invoke-InModule {
            $section = $script:UcSections | Where-Object { $_.Path -eq 'machine.lyncEvents' }
            Get-UcSection -Section $section -Context (New-UcFactContext)
        }
        Remove-Variable -Name UcTestError -Scope Global
        if ($Id -eq 'Denied') { $fact['error'] | Should -BeExactly 'No such thing.' } else { @($fact['values']).Count | Should -Be 0 }
        $fact.Contains('error') | Should -Be ($Id -eq 'Denied')
    }
    It '<Command> is asked for many users in few queries, with what is in them quoted' -ForEach $userCommands {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand $Command { [CmdletBinding()] param([string]$Filter, $ResultSize) [void]$global:UcTestCalls.Add($Filter) }
        $users = @(1..45 | ForEach-Object { "user$_@contoso.com" }) + "sip:o'neil@contoso.com" + 'al*'
        $fact = (Get-TestSection -User $users -Group $Group)[$Section]
        $global:UcTestCalls.Count | Should -Be 3
        $global:UcTestCalls[2].Contains("$Term -eq '${Prefix}o''neil@contoso.com'") | Should -BeTrue
        $global:UcTestCalls[2].Contains("$Term -like '${Prefix}al*'") | Should -BeTrue
        # Asked for and not found is not the same as never asked.
        $fact['values'].Count | Should -Be 0
        $fact.Contains('failures') | Should -Be $Reports
        if ($Reports) {
            $fact['failures'].Count | Should -Be 46
            $fact['failures'][45]['target'] | Should -BeExactly "o'neil@contoso.com"
        }
    }
    It '<Command> is asked for all users in one query, and each is taken once' -ForEach $userCommands {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand $Command {
            [CmdletBinding()] param([string]$Filter, $ResultSize)
            [void]$global:UcTestCalls.Add("$ResultSize$Filter")
            foreach ($i in 1, 2, 1) {
                [pscustomobject]@{ Identity = "u$i"; PrimarySmtpAddress = "u$i@contoso.com"; SipAddress = "sip:U$i@contoso.com"; EmailAddresses = @("SMTP:u$i@contoso.com", "sip:U$i@contoso.com") }
            }
        }
        $fact = (Get-TestSection -AllUsers -Group $Group)[$Section]
        $global:UcTestCalls.ToArray() | Should -Be @($All)
        @($fact['values'] | ForEach-Object { $_['identity'] }) | Should -Be @('u1@contoso.com', 'u2@contoso.com')
        $fact.Contains('failures') | Should -BeFalse
    }
    It 'takes the addresses of a mailbox for Lync from its other addresses' {
        Set-TestCommand 'Get-ExchangeServer' { New-TestServer 'EX01' }
        Set-TestCommand 'Get-Mailbox' {
            [CmdletBinding()] param($ResultSize)
            [pscustomobject]@{ PrimarySmtpAddress = 'u1@contoso.com'; EmailAddresses = @('SMTP:u1@contoso.com', 'sip:U1@contoso.com') }
        }
        (Get-TestSection -AllUsers)['mailboxes']['values'][0]['sipAddresses'] | Should -BeExactly 'U1@contoso.com'
    }
    It 'runs nothing but commands that read' {
        { Invoke-InModule { Get-UcAnswer @{} 'Set-Mailbox' } } | Should -Throw -ExceptionType ([ArgumentException])
        $readers = Invoke-InModule { $script:UcSections } | ForEach-Object { [string]$_.Read }
        foreach ($match in [regex]::Matches(($readers -join "`n"), "Get-UcAnswer \`$Context '(\w+)-")) { $match.Groups[1].Value | Should -BeIn 'Get', 'Test' }
    }
    It 'asks the questions that the schema of documents has, and no others' {
        $schema = Invoke-InModule { param($t) ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes($t)) } (, [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../docs/schema/facts.json')))
        $wanted = foreach ($group in 'exchange', 'lync', 'machine') {
            $name = $group.Substring(0, 1).ToUpperInvariant() + $group.Substring(1) + 'Facts'
            $schema['$defs'][$name]['properties'].Keys | ForEach-Object { $group + '.' + $_ }
        }
        @(Invoke-InModule { $script:UcSections } | ForEach-Object { $_.Path } | Sort-Object) | Should -Be @($wanted | Sort-Object)
    }
    It 'refuses a shell that the session is not' {
        $errors = Get-TestError { Get-UcFact -Shell Exchange | Should -BeNullOrEmpty }
        $errors[0].FullyQualifiedErrorId | Should -Be 'ShellMissing,Get-UcFact'
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
    It 'reads the names in the bytes of a certificate, whatever the language of Windows' -Tag 'Language' {
        # SEQUENCE { [2] "a.fr", [7] 127.0.0.1, [2] "b.fr" }
        $bytes = [byte[]](0x30, 18, 0x82, 4, 0x61, 0x2e, 0x66, 0x72, 0x87, 4, 127, 0, 0, 1, 0x82, 4, 0x62, 0x2e, 0x66, 0x72)
        @(Invoke-InModule { param($b) Get-UcDnsName $b } (, $bytes)) | Should -Be @('a.fr', 'b.fr')
    }
}
Describe 'what a machine tells' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'SimulationHooks.ps1')
        $global:UcTestAnswers = @{}
        $simulationHooks = @{
            'Get-UcRegistryValue' = {
                param([string]$Key, [string]$Name)
                $said = $global:UcTestAnswers[$Key + '!' + $Name]
                if ($said -is [System.Exception]) { throw $said }
                return $said
            }
        }
        Connect-Simulation
        $serviceKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\'
        # One question to the machine, after that for the folder of Exchange.
        function Get-TestMachineSection {
            param([string]$Name)
            Invoke-InModule {
                param($needed)
                $context = New-UcFactContext -Needed $needed
                (Get-UcSectionList -Group 'machine' -Context $context)['machine']
            } (, @('machine.installPath', "machine.$Name"))
        }
    }
    BeforeEach { $global:UcTestAnswers.Clear() }
    AfterEach {
        foreach ($name in 'Get-Service', 'Get-CimInstance', 'Get-WinEvent') { if (Test-Path -LiteralPath ('Function:\' + $name)) { Remove-Item -LiteralPath ('Function:\' + $name) } }
    }
    AfterAll {
        Disconnect-Simulation
        Remove-Variable -Name UcTestAnswers -Scope Global
    }
    It 'how a service is started, from the registry where the object does not say: <start> -> <type>' -ForEach @(
        @{ start = 2; type = 'Automatic' }, @{ start = 3; type = 'Manual' }, @{ start = 4; type = 'Disabled' }, @{ start = '2'; type = 'Automatic' }
        @{ start = 0; type = $null }, @{ start = 7; type = $null }, @{ start = 'two'; type = $null }, @{ start = $null; type = $null }
        @{ start = (New-Object System.Security.SecurityException 'no right'); type = $null }
    ) {
        function global:Get-CimInstance { [CmdletBinding()] param($ClassName, $Filter) }
        function global:Get-Service { [CmdletBinding()] param([string[]]$Name) [pscustomobject]@{ Name = 'MSExchangeIS'; Status = 'Stopped' }; [pscustomobject]@{ Name = 'W3SVC'; Status = 'Running'; StartType = 'Manual' } }
        $global:UcTestAnswers[$serviceKey + 'MSExchangeIS!Start'] = $start
        $global:UcTestAnswers[$serviceKey + 'W3SVC!Start'] = 2
        $values = (Get-TestMachineSection 'services')['services']['values']
        $values[0]['startType'] | Should -BeExactly $type
        $values[0].Contains('startType') | Should -Be ($null -ne $type)
        $values[1]['startType'] | Should -BeExactly 'Manual'
    }
    It 'nothing of Exchange where the registry does not say whether it is there' {
        $global:UcTestAnswers['HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup!MsiInstallPath'] = New-Object System.Security.SecurityException 'no right'
        function global:Get-WinEvent { [CmdletBinding()] param($FilterHashtable, $MaxEvents) }
        foreach ($name in 'provider', 'webConfigs', 'imLogFolder', 'appPools', 'events', 'firewallRules', 'ucma') {
            $fact = (Get-TestMachineSection $name)[$name]
            $fact['error'] | Should -Match 'no right' -Because $name
            $fact.Contains('values') | Should -BeFalse -Because $name
        }
        $global:UcTestAnswers.Clear()
        (Get-TestMachineSection 'provider')['provider']['values'].Count | Should -Be 0
    }
    It 'the provider, also where its path stands in quotation marks' {
        $file = New-TestFile -Name 'ucma/Microsoft.Rtc.Internal.Ucweb.dll' -Text 'x'
        $global:UcTestAnswers['HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup!MsiInstallPath'] = ([string]$TestDrive)
        $global:UcTestAnswers[$serviceKey + 'MSExchange OWA\InstantMessaging!ImplementationDLLPath'] = ' "' + $file + '" '
        $record = (Get-TestMachineSection 'provider')['provider']['values'][0]
        $record['libraryPath'] | Should -BeExactly $file
        $record['libraryExists'] | Should -BeTrue
        $record['implementationDllPath'] | Should -BeExactly (' "' + $file + '" ')
    }
    It 'the text of an event in English where the formats of the session have none' -Tag 'Language' {
        $global:UcTestAnswers['HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup!MsiInstallPath'] = ([string]$TestDrive)
        function global:Get-WinEvent {
            [CmdletBinding()] param($FilterHashtable, $MaxEvents)
            if ($FilterHashtable.Id -ne 112) { Write-Error -Message 'none' -ErrorId 'NoMatchingEventsFound'; return }
            $text = $null
            if ([System.Threading.Thread]::CurrentThread.CurrentCulture.Name -eq 'en-US') { $text = 'IM Endpoint Manager' }
            [pscustomobject]@{ Id = 112; TimeCreated = [datetime]'2026-01-10T08:00:00Z'; Message = $text }
        }
        $thread = [System.Threading.Thread]::CurrentThread
        $own = $thread.CurrentCulture
        try {
            $thread.CurrentCulture = [System.Globalization.CultureInfo]::GetCultureInfo('fr-FR')
            $values = (Get-TestMachineSection 'events')['events']['values']
            $thread.CurrentCulture.Name | Should -BeExactly 'fr-FR'
        } finally {
            $thread.CurrentCulture = $own
        }
        @($values | ForEach-Object { '{0} {1}' -f $_['id'], $_['message'] }) | Should -Be @('112 IM Endpoint Manager')
    }
    It 'what a web service answers: <line> -> <status> "<body>"' -ForEach @(
        @{ line = '200 OK'; content = '{"a":1}'; status = 200; body = '{"a":1}' }
        @{ line = '401 Unauthorized'; content = ''; status = 401; body = '' }
        @{ line = '302 Found'; content = 'moved'; status = 302; body = 'moved' }
    ) {
        $listener = New-Object System.Net.Sockets.TcpListener ([System.Net.IPAddress]::Loopback, 0)
        $listener.Start()
        $server = [powershell]::Create()
        try {
            [void]$server.AddScript({
                param($Listener, $Text)
                $client = $Listener.AcceptTcpClient()
                $stream = $client.GetStream()
                [void]$stream.Read((New-Object byte[] 4096), 0, 4096)
                $bytes = [System.Text.Encoding]::ASCII.GetBytes($Text)
                $stream.Write($bytes, 0, $bytes.Length)
                $client.Close()
            }).AddArgument($listener).AddArgument("HTTP/1.1 $line`r`nContent-Length: $($content.Length)`r`nLocation: http://localhost:1/`r`nConnection: close`r`n`r`n$content")
            $running = $server.BeginInvoke()
            $found = Invoke-InModule { param($url) Get-UcWebResponse -Url $url } ('http://127.0.0.1:{0}/x' -f $listener.LocalEndpoint.Port)
            [void]$server.EndInvoke($running)
        } finally {
            $listener.Stop()
            $server.Dispose()
        }
        $found[0] | Should -Be $status
        ([string]$found[1]).Trim([char]0) | Should -BeExactly $body
    }
    It 'what web services answer with TLS 1.1 and 1.2, and leaves the setting of the process as it was' {
        $own = [System.Net.ServicePointManager]::SecurityProtocol
        try {
            [System.Net.ServicePointManager]::SecurityProtocol = 192
            [int](Invoke-InModule { Invoke-UcTlsRequest -Block { [System.Net.ServicePointManager]::SecurityProtocol } }) | Should -Be 4032
            { Invoke-InModule { Invoke-UcTlsRequest -Block { throw 'closed' } } } | Should -Throw 'closed'
            [int][System.Net.ServicePointManager]::SecurityProtocol | Should -Be 192
            # Where the system chooses, it goes on to choose.
            [System.Net.ServicePointManager]::SecurityProtocol = 0
            [int](Invoke-InModule { Invoke-UcTlsRequest -Block { [System.Net.ServicePointManager]::SecurityProtocol } }) | Should -Be 0
            $asked = Invoke-InModule {
                $real = ${function:Invoke-UcTlsRequest}
                Set-Item -LiteralPath 'Function:script:Invoke-UcTlsRequest' -Value { throw 'asked for TLS' }
                try { Get-UcWebResponse -Url 'https://localhost:9' } catch { [string]$_ } finally { Set-Item -LiteralPath 'Function:script:Invoke-UcTlsRequest' -Value $real }
            }
            $asked | Should -Match 'asked for TLS'
        } finally {
            [System.Net.ServicePointManager]::SecurityProtocol = $own
        }
    }
}
