# Tests of what the simulated products do with calls to unified messaging. They need the reference of the commands, and
# nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))

Describe 'simulated calls' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'SimulationCommon.ps1')

        # What an administrator does in the shell of Exchange, but for the restarts.
        function Set-TestVoice {
            Set-UMDialPlan -Identity SipPlan -VoIPSecurity Secured
            Set-UMService -Identity EX01 -DialPlans SipPlan -UMStartupMode Dual -WarningAction SilentlyContinue
            Set-UMCallRouterSettings -Server EX01 -DialPlans @{ Add = 'SipPlan' } -UMStartupMode Dual -WarningAction SilentlyContinue
            Enable-ExchangeCertificate -Server EX01 -Thumbprint (Get-TestThumbprint) -Services UM, UMCallRouter
            Invoke-TestScript
        }
        # The script works in its own folder and without strict mode only.
        function Invoke-TestScript {
            Set-StrictMode -Off
            Push-Location -LiteralPath (Join-Path $env:ExchangeInstallPath 'Scripts')
            try { & (Join-Path '.' 'ExchUcUtil.ps1') } finally { Pop-Location }
        }
        function Get-TestFault { @(Get-SimulationFault -Scenario UnifiedMessaging) }
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    It 'come through after the whole job by hand, not before the restarts' {
        $new = New-TestSimulation 'um-green-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Set-TestVoice
        Get-TestFault | Should -Be @('MSExchangeUM runs without TLS on EX01.', 'MSExchangeUMCR runs without TLS on EX01.', 'The Front End service of lync.contoso.example has not seen the gateway.')
        Restart-Service -Name MSExchangeUM
        Restart-Service -Name MSExchangeUMCR
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        $before = (Get-CimInstance -ClassName Win32_Process -Filter ('ProcessId = ' + (Get-CimInstance -ClassName Win32_Service -Filter "Name = 'RTCSRV'").ProcessId)).CreationDate
        Stop-CsWindowsService -Name RTCSRV
        (Get-CsWindowsService -Name RTCSRV).Status | Should -Be 'Stopped'
        Start-CsWindowsService -Name RTCSRV
        (Get-CimInstance -ClassName Win32_Process -Filter ('ProcessId = ' + (Get-CimInstance -ClassName Win32_Service -Filter "Name = 'RTCSRV'").ProcessId)).CreationDate | Should -BeGreaterThan $before
        Get-TestFault | Should -BeNullOrEmpty
    }
    It 'get a gateway for each pool with voice users, and a hunt group for each plan, once' {
        $new = New-TestSimulation 'um-half-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        Invoke-TestScript
        $hash = Get-SimulationHash
        Invoke-TestScript
        Get-SimulationHash | Should -Be $hash
        @(Get-UMIPGateway | ForEach-Object { $_.Address }) | Should -Be @('lync.contoso.example', 'lync2.contoso.example')
        (Get-UMHuntGroup -Identity lync2\SipPlan).PilotIdentifier | Should -Be 'SipPlan.contoso.example'
        Get-TestFault | Should -Contain 'SipPlan has 2 gateways for outgoing calls.'
        Remove-UMIPGateway -Identity lync2 -Confirm:$false
        Compare-SimulationStart | Should -BeNullOrEmpty
    }
    It 'are refused by an incompatible security setting' {
        $new = New-TestSimulation 'um-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        foreach ($way in @('SIPSecured', 'Incompatible security setting: SipPlan.'), @('Unsecured', 'SipPlan does not use TLS.')) {
            Set-UMDialPlan -Identity SipPlan -VoIPSecurity $way[0]
            Get-TestFault | Should -Be $way[1]
        }
        (Get-TestError { Set-UMDialPlan -Identity SipPlan -VoIPSecurity Strong })[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
    }
    It 'need a certificate, which only a mode with TLS takes' {
        $new = New-TestSimulation 'um-green-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        $thumbprint = Get-TestThumbprint
        (Get-TestError { Enable-ExchangeCertificate -Thumbprint $thumbprint -Services UM })[0].Exception.Message | Should -BeLike '*TCP*'
        Set-UMService -Identity EX01 -UMStartupMode TLS -WarningAction SilentlyContinue
        Enable-ExchangeCertificate -Thumbprint $thumbprint -Services 'SMTP,UM'
        (Get-ExchangeCertificate -Thumbprint $thumbprint).Services | Should -Be 'UM, IIS, SMTP'
        Enable-ExchangeCertificate -Thumbprint (Get-AuthConfig).CurrentCertificateThumbprint -Services UM
        (Get-ExchangeCertificate -Thumbprint $thumbprint).Services | Should -Be 'IIS, SMTP'
    }
    It 'know plans, policies and mailboxes that exist' {
        $new = New-TestSimulation 'um-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        (Get-TestError { Set-UMService -Identity EX01 -DialPlans Nope })[0].FullyQualifiedErrorId | Should -BeLike '*ManagementObjectNotFoundException*'
        (Get-UMDialPlan).PhoneContext | Should -Be 'SipPlan.contoso.example'
        $plan = New-UMDialPlan -Name Other -CountryOrRegionCode 1 -NumberOfDigitsInExtension 4
        $plan.VoIPSecurity, $plan.URIType | Should -Be @('Unsecured', 'TelExtn')
        Disable-UMMailbox -Identity bob -Confirm:$false
        @(Get-UMMailbox) | Should -HaveCount 1
        $null = Enable-UMMailbox -Identity bob -UMMailboxPolicy 'SipPlan Default Policy' -SIPResourceIdentifier bob@contoso.example
        (Get-UMMailbox -Identity bob).EmailAddresses | Should -Contain 'EUM:bob@contoso.example;phone-context=SipPlan.contoso.example'
    }
    It 'need rights in the directory, which the list of a container shows' {
        $new = New-TestSimulation 'um-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
        $root = (Get-OrganizationConfig).DistinguishedName
        @(Get-ADPermission -Identity "CN=UM DialPlan Container,$root" | ForEach-Object { $_.User }) | Should -Contain 'CONTOSO\RTCUniversalServerAdmins'
        (Get-TestError { Get-ADPermission -Identity 'CN=Nope' })[0].FullyQualifiedErrorId | Should -BeLike '*ManagementObjectNotFoundException*'
    }
    It 'have plans in Lync too, by scope' {
        $new = New-TestSimulation 'um-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        $null = New-CsDialPlan -Identity Paris -SimpleName Paris
        (Get-CsDialPlan -Identity Paris).Identity | Should -Be 'Tag:Paris'
        Remove-CsDialPlan -Identity Tag:Paris -Force
        Compare-SimulationStart | Should -BeNullOrEmpty
    }
}
