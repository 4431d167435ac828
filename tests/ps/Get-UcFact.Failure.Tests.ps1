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
