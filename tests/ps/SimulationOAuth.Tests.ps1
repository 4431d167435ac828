# Tests of what the simulated products do with tokens between servers, services and the network. They need the reference
# of the commands, and nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))

Describe 'simulated tokens' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'SimulationCommon.ps1')
        $autodiscover = 'https://autodiscover.contoso.example/autodiscover/'
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    It 'works after the whole job by hand, and is as before after its undoing' {
        $new = New-TestSimulation 'oauth-green-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        (Get-TestError { Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example })[0].Exception.Message | Should -BeLike '*by autodiscover*'
        Set-CsCertificate -Identity global -Type OAuthTokenIssuer -Thumbprint (Get-CsCertificate -Type Default).Thumbprint
        Set-CsOAuthConfiguration -ExchangeAutodiscoverUrl ($autodiscover + 'autodiscover.svc')
        $null = New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full -MetadataUrl ($autodiscover + 'metadata/json/1')
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Get-ClientAccessServer | Set-ClientAccessServer -AutoDiscoverServiceInternalUri ($autodiscover + 'autodiscover.xml')
        # As in a new shell, without strict mode.
        & { Set-StrictMode -Off; & (Join-Path $env:ExchangeInstallPath 'Scripts\Configure-EnterprisePartnerApplication.ps1') -AuthMetaDataUrl https://lync.contoso.example/metadata/json/1 -ApplicationType Lync }
        (Get-PartnerApplication).LinkedAccount | Should -BeLike '*LyncEnterprise-ApplicationAccount'
        Get-SimulationFault -Scenario Prerequisites | Should -BeNullOrEmpty
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example | Should -BeLike '*passed*'

        Set-CsOAuthConfiguration -ExchangeAutodiscoverUrl ''
        Remove-CsPartnerApplication -Identity Exchange -Force
        Compare-SimulationStart | Should -Not -BeNullOrEmpty
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Remove-PartnerApplication -Identity 00000004-0000-0ff1-ce00-000000000000 -Confirm:$false
        Get-ClientAccessServer | Set-ClientAccessServer -AutoDiscoverServiceInternalUri ''
        # A certificate for tokens can be replaced, not taken away.
        @(Compare-SimulationStart | Where-Object { $_ -notlike '*Lync.Certificates*' }) | Should -BeNullOrEmpty
    }
    It 'refuses Lync with 401 only where Exchange does not accept its tokens' {
        foreach ($case in @(@('oauth-disabled-2013', '*401 Unauthorized*'), @('oauth-key-short', '*401 Unauthorized*'), @('oauth-half-2013', '*by autodiscover*content type*'),
                @('oauth-no-account-2013', '*403 Forbidden*'), @('oauth-redirected-2013', '*redirect*'))) {
            $new = New-TestSimulation $case[0]
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            (Get-TestError { Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example })[0].Exception.Message | Should -BeLike $case[1]
        }
        # Where clients look for autodiscover, and how far Lync trusts Exchange, is no part of the way.
        $new = New-TestSimulation 'oauth-mixed-2013-2016'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example | Should -BeLike '*passed*'
        Set-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel UserImpersonation
        Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example | Should -BeLike '*passed*'
        Remove-CsPartnerApplication -Identity Exchange -Force
        (Get-TestError { Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example })[0].Exception.Message | Should -BeLike '*no token*'
    }
    It 'follows a redirect to the cloud only where it is allowed, by domains between semicolons' {
        $new = New-TestSimulation 'oauth-redirected-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        (Get-CsOAuthConfiguration).ExchangeAutodiscoverAllowedDomains | Should -Be '*.contoso.example,*.outlook.com'
        Set-CsOAuthConfiguration -ExchangeAutodiscoverAllowedDomains '*.contoso.example; *.outlook.com'
        Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example | Should -BeLike '*passed*'
        Get-CsOAuthServer | Should -BeNullOrEmpty
    }
    It 'connects two servers only by a protocol that both use' {
        $new = New-TestSimulation 'tls-no-common-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Get-SimulationFault -Scenario OwaIm | Should -BeLike '*no TLS protocol in common*'
        Get-SimulationFault -Scenario Prerequisites | Should -Contain 'LYNC and EX01 have no TLS protocol in common.'
        $schannel = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\'
        Get-SimulationRegistryValue -Key ($schannel + 'TLS 1.2\Server') -Name Enabled | Should -Be -1
        Get-SimulationRegistryValue -Key ($schannel + 'TLS 1.2\Server') -Name Other | Should -BeNullOrEmpty
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        Get-SimulationRegistryValue -Key ($schannel + 'TLS 1.2\Server') -Name Enabled | Should -BeNullOrEmpty
        (Get-TestError { Test-CsExStorageConnectivity -SipUri sip:alice@contoso.example })[0].Exception.Message | Should -BeLike '*secure channel*'
    }
    It 'makes no application of a document that cannot be downloaded' {
        $new = New-TestSimulation 'oauth-green-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        foreach ($url in 'https://nobody.contoso.example/metadata/json/1', 'https://autodiscover.contoso.example/metadata/json/1') {
            (Get-TestError { New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full -MetadataUrl $url })[0].Exception.Message | Should -BeLike '*could not be downloaded*'
        }
        Get-CsPartnerApplication | Should -BeNullOrEmpty
        (Get-TestError { New-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Half -MetadataUrl x })[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
    }
    It 'shows the address of an application in its token, and changes its trust' {
        $new = New-TestSimulation 'oauth-half-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        [string](Get-CsPartnerApplication).AuthToken | Should -Be ('Value=' + $autodiscover + 'metadata/json/1')
        Set-CsPartnerApplication -Identity Exchange -ApplicationTrustLevel Full
        (Get-CsPartnerApplication -Identity Exchange).ApplicationTrustLevel | Should -Be 'Full'
    }
    It 'publishes the next certificate of Exchange' {
        $new = New-TestSimulation 'oauth-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        $old = (Get-AuthConfig).CurrentCertificateThumbprint
        Set-AuthConfig -NewCertificateThumbprint AB -NewCertificateEffectiveDate (Get-SimulationTime) -Force
        (Get-AuthConfig).CurrentCertificateThumbprint | Should -Be $old
        Set-AuthConfig -PublishCertificate
        (Get-AuthConfig).CurrentCertificateThumbprint, (Get-AuthConfig).PreviousCertificateThumbprint | Should -Be @('AB', $old)
    }
    It 'has the newer name of the command in newer shells only' {
        $new = New-TestSimulation 'oauth-mixed-2013-2016'
        Enter-Simulation -Directory $new.Directory -Computer EX16 -Shell Exchange
        Set-ClientAccessService -Identity EX16 -AutoDiscoverServiceInternalUri ($autodiscover + 'autodiscover.xml')
        Get-SimulationFault -Scenario Prerequisites | Should -BeNullOrEmpty
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Get-Command -Name Set-ClientAccessService -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
    }
    It 'answers what the network would' {
        $new = New-TestSimulation 'hybrid-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example
        Resolve-SimulationName -Name autodiscover.contoso.example | Should -Be @('10.0.0.11')
        Resolve-SimulationName -Name _sipfederationtls._tcp.contoso.example | Should -Be @('sip.contoso.example:5061')
        Resolve-SimulationName -Name nobody.contoso.example | Should -BeNullOrEmpty
        (Get-SimulationWebResponse -Url ($autodiscover + 'autodiscover.svc'))[0] | Should -Be 401
        { Get-SimulationWebResponse -Url https://nobody.contoso.example/ } | Should -Throw -ExpectedMessage '*could not be resolved*'
        (Get-SimulationForest).Schema.FindProperty('msRTCSIP-Line') | Should -Be 'msRTCSIP-Line'
    }
    It 'serves nothing without its web server, and recycles with it' {
        $new = New-TestSimulation 'working-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01
        Stop-Service -Name W3SVC
        { Get-SimulationWebResponse -Url ($autodiscover + 'autodiscover.svc') } | Should -Throw -ExpectedMessage '*Unable to connect*'
        $before = (Get-CimInstance -ClassName Win32_Process -Filter "Name = 'w3wp.exe'").CreationDate
        Start-Service -Name W3SVC
        (Get-CimInstance -ClassName Win32_Process -Filter "Name = 'w3wp.exe'").CreationDate | Should -BeGreaterThan $before
        Compare-SimulationStart | Should -BeNullOrEmpty
    }
}
