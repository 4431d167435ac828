# Tests of the simulation itself: commands, machines, estates and the judge behave as the products do. They need the
# reference of the commands, and nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))
$estates = @(Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'estates') -Filter '*.json' | ForEach-Object { @{ Estate = $_.BaseName; Path = $_.FullName } })

Describe 'Simulation' -Skip:$skip {
    BeforeAll {
        Import-Module -Name (Join-Path $PSScriptRoot 'simulation/Simulation.psm1')

        function New-TestSimulation {
            param([string]$Estate)
            $path = Join-Path $PSScriptRoot ('estates/' + $Estate + '.json')
            New-Simulation -Estate $path -Directory (Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8)))
        }
        function Get-TestError {
            param([scriptblock]$Block)
            $ErrorActionPreference = 'Continue'
            try {
                @(& $Block 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
            } catch {
                $_
            }
        }
        # Puts the two keys at the end of the appSettings of the back end, the way a careful hand would.
        function Add-TestKey {
            param([string]$Thumbprint)
            $path = $env:ExchangeInstallPath + 'ClientAccess\Owa\web.config'
            $keys = '<add key="IMServerName" value="lync.contoso.example" /><add key="IMCertificateThumbprint" value="' + $Thumbprint + '" />'
            [System.IO.File]::WriteAllText($path, [System.IO.File]::ReadAllText($path).Replace('</appSettings>', $keys + '</appSettings>'))
        }
        function Get-TestThumbprint {
            (Get-ExchangeCertificate | Where-Object { $_.Services -match 'IIS' }).Thumbprint
        }
        function Enable-TestPool {
            param([string]$Fqdn)
            New-CsTrustedApplicationPool -Identity $Fqdn -Registrar lync.contoso.example -Site NA -RequiresReplication $false -Force -WarningAction SilentlyContinue
            New-CsTrustedApplication -ApplicationId OutlookWebApp -TrustedApplicationPoolFqdn $Fqdn -Port 5199 -WarningAction SilentlyContinue
            Enable-CsTopology
        }
        function Enable-TestFrontEnd {
            Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -InstantMessagingEnabled $true -InstantMessagingType OCS
            Get-OwaMailboxPolicy | Set-OwaMailboxPolicy -InstantMessagingEnabled $true -InstantMessagingType Ocs
        }
        function Set-TestOverride {
            New-SettingOverride -Name 'IM' -Component OwaServer -Section IMSettings -Reason test -Parameters @('IMServerName=lync.contoso.example', ('IMCertificateThumbprint=' + (Get-TestThumbprint)))
        }
        function Update-TestServer {
            $null = Get-ExchangeDiagnosticInfo -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    Context 'estates' {
        It 'lays out <Estate>, says what is expected, and judges it' -ForEach $estates {
            $new = New-Simulation -Estate $Path -Directory (Join-Path $TestDrive $Estate)
            $whole = @($new.BackEnds | Where-Object { Test-SimulationIm -Computer $_ -Directory $new.Directory })
            # Nothing fails exactly where all back ends work.
            ($whole.Count -eq @($new.BackEnds).Count) | Should -Be (@($new.Expect.fail).Count -eq 0)
            $new.Expect.repairable | Should -BeOfType [bool]
            Compare-SimulationStart -Directory $new.Directory | Should -BeNullOrEmpty
            Remove-Simulation -Directory $new.Directory
        }
        It 'has one hash for one estate, and another after any change' {
            $new = New-TestSimulation 'working-2013'
            $hash = Get-SimulationHash -Directory $new.Directory
            Get-SimulationHash -Directory (New-TestSimulation 'working-2013').Directory | Should -BeExactly $hash
            Enter-Simulation -Directory $new.Directory -Computer EX01
            $file = $env:ExchangeInstallPath + 'FrontEnd\HttpProxy\owa\web.config'
            [System.IO.File]::AppendAllText($file, ' ')
            Get-SimulationHash | Should -Not -Be $hash
            @(Compare-SimulationStart) | Should -HaveCount 2
        }
        It 'writes web.config as Exchange does: with a mark, with CRLF only' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01
            $bytes = [System.IO.File]::ReadAllBytes($env:ExchangeInstallPath + 'ClientAccess\Owa\web.config')
            $bytes[0..2] | Should -Be @(0xEF, 0xBB, 0xBF)
            [System.Text.Encoding]::UTF8.GetString($bytes) -replace '\r\n', '' | Should -Not -Match '[\r\n]'
        }
        It 'moves to another time' {
            $path = Join-Path $PSScriptRoot 'estates/certificate-expired.json'
            $new = New-Simulation -Estate $path -Directory (Join-Path $TestDrive 'now') -Now ([datetime]'2030-01-01T00:00:00Z')
            (Get-SimulationTime -Directory $new.Directory).Year | Should -Be 2030
            Get-SimulationImFault -Computer EX01 -Directory $new.Directory | Should -Be 'IM Certificate has expired.'
        }
    }

    Context 'shells' {
        It 'has the commands of each version' {
            $in2013 = @(Get-SimulationCommand -Shell Exchange -Version 2013)
            $in2019 = @(Get-SimulationCommand -Shell Exchange -Version 2019)
            $in2013 | Should -Contain 'Get-ClientAccessServer'
            $in2013 | Should -Contain 'Get-UMService'
            @($in2013 | Where-Object { $_ -like '*-SettingOverride' -or $_ -eq 'Get-ClientAccessService' }) | Should -HaveCount 0
            $in2019 | Should -Contain 'New-SettingOverride'
            @($in2019 | Where-Object { $_ -like '*-UM*' }) | Should -HaveCount 0
        }
        It 'takes the parameters of the reference and no others' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            (Get-TestError { Get-OwaVirtualDirectory -Nope }).FullyQualifiedErrorId | Should -BeLike 'NamedParameterNotFound*'
            (Get-TestError { Set-OwaMailboxPolicy Default -InstantMessagingType Wrong }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*'
            (Get-TestError { Set-OwaMailboxPolicy Default -InstantMessagingEnabled 'maybe' }).FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentTransformationError*'
            (Get-Command Get-OwaVirtualDirectory).ParameterSets.Count | Should -Be 2
            (Get-Command Set-OwaVirtualDirectory).Parameters['Identity'].Attributes | Where-Object { $_ -is [System.Management.Automation.ParameterAttribute] } | ForEach-Object { $_.Mandatory | Should -BeTrue }
            Get-Command -Name New-SettingOverride -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        }
        It 'has one shell at a time, and takes everything back' {
            $name = $env:COMPUTERNAME
            $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer ex01.contoso.example -Shell Exchange
            $env:COMPUTERNAME | Should -BeExactly 'EX01'
            $env:ExchangeInstallPath | Should -BeLike '*\V15\'
            Test-Path -LiteralPath (Get-ItemProperty -LiteralPath $key).ImplementationDLLPath | Should -BeTrue
            (Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters').Domain | Should -Be 'contoso.example'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            Get-Command -Name Get-ExchangeServer -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-Command -Name Restart-WebAppPool -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            [string]$env:ExchangeInstallPath | Should -BeExactly ''
            Test-Path -LiteralPath $key | Should -BeFalse
            Get-CsServerVersion | Should -BeLike '*Lync Server 2013 (5.0.*'
            Exit-Simulation
            $env:COMPUTERNAME | Should -BeExactly $name
            (Get-Command -Name Get-Service).CommandType | Should -Be 'Cmdlet'
            Get-Command -Name Get-CsPool -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        }
        It 'reports what is not there once, as an error that does not end the pipeline' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            $found = @('x\y', 'EX01\owa (Default Web Site)' | Get-OwaVirtualDirectory -ErrorAction SilentlyContinue -ErrorVariable problem)
            $found | Should -HaveCount 1
            $problem | Should -HaveCount 1
            $problem[0].FullyQualifiedErrorId | Should -BeLike '*ManagementObjectNotFoundException*,Get-OwaVirtualDirectory'
            { Get-Mailbox nobody -ErrorAction Stop } | Should -Throw -ExpectedMessage "*'nobody' couldn't be found*"
        }
        It 'gives copies, in the form of a remote shell' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            $directory = Get-OwaVirtualDirectory
            $directory.InstantMessagingType = 'None'
            (Get-OwaVirtualDirectory).InstantMessagingType | Should -BeExactly 'Ocs'
            $directory.PSObject.TypeNames[0] | Should -BeLike 'Deserialized.Microsoft.Exchange.*'
            [string](Get-ExchangeServer).AdminDisplayVersion | Should -BeExactly 'Version 15.0 (Build 1497.2)'
        }
        It 'changes nothing with -WhatIf' {
            $new = New-TestSimulation 'single-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -InstantMessagingType Ocs -WhatIf
            Restart-WebAppPool MSExchangeOWAAppPool -WhatIf
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            New-CsTrustedApplicationPool -Identity ex01.contoso.example -Registrar lync.contoso.example -Site NA -WhatIf -Force
            Compare-SimulationStart | Should -BeNullOrEmpty
        }
        It 'shows back end directories only when asked, and sets lists by what is added and removed' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            @(Get-OwaVirtualDirectory) | Should -HaveCount 1
            @(Get-OwaVirtualDirectory -ShowMailboxVirtualDirectories -Server EX01) | Should -HaveCount 2
            Set-Mailbox alice -EmailAddresses @{ Add = 'sip:a@contoso.example'; Remove = 'sip:alice@contoso.example' }
            (Get-Mailbox alice).EmailAddresses | Should -Be @('SMTP:alice@contoso.example', 'sip:a@contoso.example')
        }
        It 'warns when a command changes nothing' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            Set-OwaMailboxPolicy Default -InstantMessagingType Ocs -WarningVariable said -WarningAction SilentlyContinue
            $said | Should -BeLike '*no settings of*modified*'
        }
    }

    Context 'machine' {
        It 'has the stores, services, events and pools of the machine, and the real files' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            @(Get-ChildItem Cert:\LocalMachine\My) | Should -HaveCount 2
            @(Get-ChildItem -Path Cert:\LocalMachine\Root -ErrorAction Stop)[0].Subject | Should -BeLike 'CN=Contoso Root CA*'
            @(Get-ChildItem -LiteralPath $new.Directory -Directory | ForEach-Object { $_.Name }) | Should -Be @('machines')
            @($new.Directory | Get-ChildItem -Filter '*.json')[0].Name | Should -Be 'state.json'
            (Get-Service -Name MSExchangeUM).Status | Should -Be 'Running'
            (Get-TestError { Get-Service -Name MSExchangeNope })[0].FullyQualifiedErrorId | Should -BeLike 'NoServiceFoundForGivenName*'
            (Get-WebAppPoolState -Name MSExchangeOWAAppPool).Value | Should -Be 'Started'
            @(Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MSExchange OWA' })[0].Id | Should -Be 112
            (Get-TestError { Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MSExchange OWA'; Id = 1 } })[0].FullyQualifiedErrorId | Should -BeLike 'NoMatchingEventsFound*'
            (Get-TestError { Restart-WebAppPool -Name Nope })[0].FullyQualifiedErrorId | Should -BeLike 'PathNotFound*'
        }
        It 'keeps what is written into the registry' {
            $new = New-TestSimulation 'ucma-missing'
            Enter-Simulation -Directory $new.Directory -Computer EX01
            $key = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
            [void](New-Item -Path $key -Force)
            Set-ItemProperty -LiteralPath $key -Name ImplementationDLLPath -Value 'C:\nowhere.dll'
            Exit-Simulation
            Get-SimulationImFault -Computer EX01 -Directory $new.Directory | Should -Be 'IM provider not found.'
            @(Compare-SimulationStart -Directory $new.Directory) | Should -HaveCount 2
        }
    }

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
            $file = $env:ExchangeInstallPath + 'ClientAccess\Owa\web.config'
            $before = [System.IO.File]::ReadAllBytes($file)
            Add-TestKey (Get-TestThumbprint)
            Get-SimulationImFault -Computer EX01 | Should -BeLike '*Server name is set to null*'
            (Get-ServerHealth -Identity EX01 -HealthSet OWA.Protocol.Dep).AlertValue | Should -Be 'Unhealthy'
            $started = Get-SimulationTime
            Restart-WebAppPool -Name MSExchangeOWAAppPool
            Get-SimulationImFault -Computer EX01 | Should -BeNullOrEmpty
            (Get-ServerHealth -Identity EX01 -HealthSet OWA.Protocol.Dep).AlertValue | Should -Be 'Healthy'
            @(Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'MSExchange OWA'; Id = 112; StartTime = $started }) | Should -HaveCount 1
            Test-Path -LiteralPath ($env:ExchangeInstallPath + 'Logging\OWA\InstantMessaging') | Should -BeTrue

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
            [System.IO.File]::WriteAllText($env:ExchangeInstallPath + 'ClientAccess\Owa\web.config', '<configuration>')
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
        It 'ignores web.config' {
            Remove-SettingOverride -Identity IM -Confirm:$false
            Add-TestKey (Get-TestThumbprint)
            Update-TestServer
            Restart-WebAppPool MSExchangeOWAAppPool
            Test-SimulationIm -Computer EX01 | Should -BeFalse
        }
    }
}
