# Tests of what the simulated products do: whole jobs on both of them, by hand, from a broken estate to a working one.
# They need the reference of the commands, and nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))

Describe 'simulated products' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'SimulationCommon.ps1')
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    Context 'trusted applications' {
        BeforeEach {
            $new = New-TestSimulation 'single-2013'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        }
        It 'takes a site by its id only, and a registrar that is one' {
            foreach ($site in 'Redmond', 'Redmond1', 'Site:Redmond1') {
                (Get-TestError { New-CsTrustedApplicationPool -Identity ex01.contoso.example -Registrar lync.contoso.example -Site $site })[0].Exception.Message | Should -BeLike '*site*'
            }
            (Get-TestError { New-CsTrustedApplicationPool -Identity ex01.contoso.example -Registrar ex01.contoso.example -Site NA })[0].Exception.Message | Should -BeLike '*Registrar*'
            Get-CsTrustedApplicationPool | Should -BeNullOrEmpty
        }
        It 'stores ids in small letters with a prefix, and ports once' {
            $null = Enable-TestPool 'ex01.contoso.example'
            (Get-CsTrustedApplication).Identity | Should -BeExactly 'ex01.contoso.example/urn:application:outlookwebapp'
            (Get-CsTrustedApplicationPool).SiteId | Should -BeExactly 'Site:Redmond1'
            (Get-TestError { New-CsTrustedApplication -ApplicationId Other -TrustedApplicationPoolFqdn ex01.contoso.example -Port 5199 })[0].Exception.Message | Should -BeLike '*port 5199*'
            (Get-TestError { New-CsTrustedApplication -ApplicationId 'With Blank' -TrustedApplicationPoolFqdn ex01.contoso.example -Port 5200 })[0].Exception.Message | Should -BeLike '*not allowed*'
            @(Get-CsPool | Where-Object { $_.Services -like 'Registrar:*' }) | Should -HaveCount 1
            @(Get-CsPool) | Should -HaveCount 2
        }
        It 'waits for the topology' {
            New-CsTrustedApplicationPool -Identity ex01.contoso.example -Registrar lync.contoso.example -Site NA -RequiresReplication $false -WarningVariable said -WarningAction SilentlyContinue
            $said | Should -BeLike '*Enable-CsTopology*'
            (Get-CsManagementStoreReplicationStatus).UpToDate | Should -BeFalse
            Enable-CsTopology
            (Get-CsManagementStoreReplicationStatus).UpToDate | Should -BeTrue
        }
        It 'asks before it removes, and removes a pool with what is in it' {
            $null = Enable-TestPool 'ex01.contoso.example'
            Remove-CsTrustedApplicationPool -Identity ex01.contoso.example -Confirm:$false -WarningAction SilentlyContinue
            Get-CsTrustedApplication | Should -BeNullOrEmpty
            Get-CsTrustedApplicationComputer | Should -BeNullOrEmpty
            Compare-SimulationStart | Should -BeNullOrEmpty
            (Get-Command Remove-CsTrustedApplicationPool).ScriptBlock.ToString() | Should -Match "ConfirmImpact = 'High'"
        }
        It 'does not remove a pool without a registrar' {
            $null = New-CsTrustedApplicationPool -Identity ex01.contoso.example -Site NA -WarningAction SilentlyContinue
            (Get-TestError { Remove-CsTrustedApplicationPool -Identity ex01.contoso.example -Force })[0].Exception.Message | Should -BeLike '*Registrar*'
            Set-CsTrustedApplicationPool -Identity ex01.contoso.example -Registrar lync.contoso.example -WarningAction SilentlyContinue
            Remove-CsTrustedApplicationPool -Identity ex01.contoso.example -Force -WarningAction SilentlyContinue
            Get-CsTrustedApplicationPool | Should -BeNullOrEmpty
        }
        It 'knows the certificate of OAuth and its users' {
            (Get-CsCertificate -Type OAuthTokenIssuer).Use | Should -Be 'OAuthTokenIssuer'
            (Get-CsUser -Identity alice).SipAddress | Should -Be 'sip:alice@contoso.example'
            (Get-TestError { Get-CsUser -Identity nobody }) | Should -HaveCount 1
        }
    }

    Context 'Exchange 2013' {
        It 'works after the whole job, not before the recycle, and is as before after its undoing' {
            $new = New-TestSimulation 'single-2013'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            $null = Enable-TestPool 'ex01.contoso.example'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            Enable-TestFrontEnd
            $file = Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'
            $before = [System.IO.File]::ReadAllBytes($file)
            Add-TestKey (Get-TestThumbprint)
            Get-SimulationImFault -Computer EX01 | Should -BeLike '*Server name is set to null*'
            (Get-ServerHealth -Identity EX01 -HealthSet OWA.Protocol.Dep).AlertValue | Should -Be 'Unhealthy'
            $started = Get-SimulationTime
            Restart-WebAppPool -Name MSExchangeOWAAppPool
            Get-SimulationImFault -Computer EX01 | Should -BeNullOrEmpty
            (Get-ServerHealth -Identity EX01 -HealthSet OWA.Protocol.Dep).AlertValue | Should -Be 'Healthy'
            @(Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MSExchange OWA'; Id = 112; StartTime = $started }) | Should -HaveCount 1
            Test-Path -LiteralPath (Join-Path $env:ExchangeInstallPath 'Logging\OWA\InstantMessaging') | Should -BeTrue

            [System.IO.File]::WriteAllBytes($file, $before)
            Restart-WebAppPool -Name MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeFalse
            Set-OwaVirtualDirectory 'EX01\owa (Default Web Site)' -InstantMessagingType None
            Set-OwaMailboxPolicy Default -InstantMessagingType None
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            Remove-CsTrustedApplicationPool ex01.contoso.example -Force -WarningAction SilentlyContinue
            Enable-CsTopology
            Compare-SimulationStart | Should -BeNullOrEmpty
        }
        It 'loads the last of repeated keys, whatever their case' {
            $new = New-TestSimulation 'update-wiped-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            Add-TestKey 'AA'
            Add-TestKey (Get-TestThumbprint).ToLowerInvariant()
            Restart-WebAppPool -Name MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeTrue
        }
        It 'is down with a malformed file' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01
            [System.IO.File]::WriteAllText((Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'), '<configuration>')
            Restart-WebAppPool -Name MSExchangeOWAAppPool
            Get-SimulationImFault -Computer EX01 | Should -BeLike '*malformed*'
        }
    }

    Context 'Exchange 2016' {
        BeforeEach {
            $new = New-TestSimulation 'dag-2016'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            $null = Enable-TestPool 'mail.contoso.example'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            Enable-TestFrontEnd
            $null = Set-TestOverride
        }
        It 'needs refresh and recycle on each server' {
            Test-SimulationIm -Computer EX01 | Should -BeFalse
            Restart-WebAppPool MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeFalse
            Update-TestServer
            $text = [xml](Get-ExchangeDiagnosticInfo -Server EX01 -Process MSExchangeMailboxAssistants -Component VariantConfiguration -Argument 'Config,Component=OwaServer')
            $text.Diagnostics.Components.VariantConfiguration.Configuration.OwaServer.IMSettings.IMServerName | Should -Be 'lync.contoso.example'
            Test-SimulationIm -Computer EX01 | Should -BeFalse
            Restart-WebAppPool MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeTrue
            Test-SimulationIm -Computer EX02 | Should -BeFalse
        }
        It 'does not add to an override, and has each name once' {
            (Get-TestError { Set-TestOverride })[0].FullyQualifiedErrorId | Should -BeLike '*ADObjectAlreadyExistsException*'
            Set-SettingOverride -Identity IM -Parameters @('IMServerName=lync.contoso.example')
            @((Get-SettingOverride -Identity IM).Parameters) | Should -HaveCount 1
            (Get-TestError { Set-SettingOverride -Identity IM -Parameters @('Nonsense') })[0].FullyQualifiedErrorId | Should -BeLike '*SettingOverrideSyntaxException*'
            Remove-SettingOverride -Identity IM -Confirm:$false
            Get-SettingOverride | Should -BeNullOrEmpty
        }
        It 'goes to the servers that it names, by short name and version' {
            foreach ($way in @{ Server = 'EX02' }, @{ Server = 'ex01.contoso.example' }, @{ Server = 'EX0*'; MinVersion = '15.2' }) {
                Set-SettingOverride -Identity IM @way
                Update-TestServer
                Restart-WebAppPool MSExchangeOWAAppPool
                Test-SimulationIm -Computer EX01 | Should -BeFalse -Because ($way.Values -join ' ')
            }
            Set-SettingOverride -Identity IM -Server 'EX0*' -MinVersion '15.1.2507.6' -MaxVersion '15.1.9999.0'
            Update-TestServer
            Restart-WebAppPool MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeTrue
        }
        It 'ignores web.config' {
            Remove-SettingOverride -Identity IM -Confirm:$false
            Add-TestKey (Get-TestThumbprint)
            Update-TestServer
            Restart-WebAppPool MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeFalse
        }
    }
}
