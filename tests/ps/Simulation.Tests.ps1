# Tests of the simulation itself: commands, machines, estates and the oracle behave as the products do. They need the
# reference of the commands, and nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))
$estates = @(Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'estates') -Filter '*.json' | ForEach-Object { @{ Estate = $_.BaseName; Path = $_.FullName } })

Describe 'Simulation' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'SimulationCommon.ps1')
        $dll = @{ Key = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'; Name = 'ImplementationDLLPath' }
        $domain = @{ Key = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'; Name = 'Domain' }
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    Context 'estates' {
        BeforeAll {
            # The list that a test of the library holds to the rules.
            $list = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../docs/rules.md'))
            $rules = @([regex]::Matches($list, '(?m)^\| \[([A-Z0-9-]+)\]') | ForEach-Object { $_.Groups[1].Value })
        }
        It 'lays out <Estate>, says what is expected, and judges it' -ForEach $estates {
            $new = New-Simulation -Estate $Path -Directory (Join-Path $TestDrive $Estate)
            $faults = @($new.Scenarios | ForEach-Object { Get-SimulationFault -Scenario $_ -Directory $new.Directory })
            # It works where nothing fails, and where only advice was not taken.
            $works = @($new.Expect.fail).Count -eq 0 -or ($null -ne $new.Expect.PSObject.Properties['works'] -and $new.Expect.works)
            ($faults.Count -eq 0) | Should -Be $works -Because ($faults -join ' ')
            $new.Expect.repairable | Should -BeOfType [bool]
            $left = @($new.Expect.PSObject.Properties | Where-Object { $_.Name -eq 'left' } | ForEach-Object { $_.Value.PSObject.Properties } | ForEach-Object { $_.Name })
            foreach ($rule in @($new.Expect.fail) + @($new.Expect.mayFail) + $left) { $rules | Should -Contain $rule }
            Compare-SimulationStart -Directory $new.Directory | Should -BeNullOrEmpty
            Remove-Simulation -Directory $new.Directory
        }
        It 'has one hash for one estate, and another after any change' {
            $new = New-TestSimulation 'working-2013'
            $hash = Get-SimulationHash -Directory $new.Directory
            Get-SimulationHash -Directory (New-TestSimulation 'working-2013').Directory | Should -BeExactly $hash
            Enter-Simulation -Directory $new.Directory -Computer EX01
            $file = Join-Path $env:ExchangeInstallPath 'FrontEnd\HttpProxy\owa\web.config'
            [System.IO.File]::AppendAllText($file, ' ')
            Get-SimulationHash | Should -Not -Be $hash
            @(Compare-SimulationStart) | Should -HaveCount 2
        }
        It 'writes web.config as Exchange does: with a mark, with CRLF only' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01
            $bytes = [System.IO.File]::ReadAllBytes((Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'))
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
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer ex01.contoso.example -Shell Exchange
            $env:COMPUTERNAME | Should -BeExactly 'EX01'
            $env:ExchangeInstallPath | Should -Match '[\\/]V15[\\/]$'
            Test-Path -LiteralPath (Get-SimulationRegistryValue @dll) | Should -BeTrue
            Get-SimulationRegistryValue @domain | Should -Be 'contoso.example'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
            Get-Command -Name Get-ExchangeServer -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-Command -Name Restart-WebAppPool -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            [string]$env:ExchangeInstallPath | Should -BeExactly ''
            Get-SimulationRegistryValue @dll | Should -BeNullOrEmpty
            Get-SimulationRegistryValue @domain | Should -Be 'contoso.example'
            Get-CsServerVersion | Should -BeLike '*Lync Server 2013 (5.0.*'
            Exit-Simulation
            $env:COMPUTERNAME | Should -BeExactly $name
            Get-Command -Name Get-Service -CommandType Function -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Get-Command -Name Get-CsPool -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            Enter-Simulation -Directory $new.Directory -Computer EX01
            Exit-Simulation
            Get-SimulationRegistryValue @domain | Should -BeNullOrEmpty
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
        It 'ends a test that chooses by what is not simulated' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            { Get-Mailbox -Anr alice } | Should -Throw -ExpectedMessage '*does not know -Anr*'
            { Get-Mailbox -Filter 'Name -eq "alice"' } | Should -Throw -ExpectedMessage '*does not understand the filter*'
            @(Get-Mailbox -Filter "Name -eq 'alice' -or Name -eq 'nobody'") | Should -HaveCount 1
        }
        It 'cannot ask a server that is down, but knows it from the directory' {
            $new = New-TestSimulation 'server-down'
            Enter-Simulation -Directory $new.Directory -Computer EX01 -Shell Exchange
            @(Get-ExchangeServer) | Should -HaveCount 2
            foreach ($ask in { Get-ExchangeCertificate -Server EX02 }, { Get-ServerHealth -Identity EX02 }, { Get-ExchangeDiagnosticInfo -Server EX02 -Process a -Component b }) {
                @(Get-TestError $ask)[0].Exception.Message | Should -BeLike '*unavailable*'
            }
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
        It 'has the module of IIS on Exchange servers only' {
            $new = New-TestSimulation 'working-2013'
            Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example
            Get-Module -ListAvailable -Name WebAdministration | Should -BeNullOrEmpty
            Enter-Simulation -Directory $new.Directory -Computer EX01
            Import-Module -Name WebAdministration
            (Get-WebAppPoolState MSExchangeOWAAppPool).Value | Should -Be 'Started'
        }
        It 'has the registry of the machine, wherever its folder is' {
            $new = New-TestSimulation 'working-2013'
            $copy = $new.Directory + '-copy'
            Copy-Item -LiteralPath $new.Directory -Destination $copy -Recurse
            Enter-Simulation -Directory $copy -Computer EX01
            $path = Get-SimulationRegistryValue @dll
            $path.StartsWith($copy, [System.StringComparison]::OrdinalIgnoreCase) | Should -BeTrue
            Test-Path -LiteralPath $path -PathType Leaf | Should -BeTrue
            Get-SimulationRegistryValue -Key $dll.Key -Name 'Other' | Should -BeNullOrEmpty
            Get-SimulationRegistryValue -Key 'HKLM:\SOFTWARE\Other' -Name $dll.Name | Should -BeNullOrEmpty
            Enter-Simulation -Directory (New-TestSimulation 'ucma-missing').Directory -Computer EX01
            Get-SimulationRegistryValue @dll | Should -BeNullOrEmpty
        }
    }
}
