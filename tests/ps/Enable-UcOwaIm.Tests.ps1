# The everyday job in one command, in the simulated shells: repairing after an update, setting up, switching off, and
# what it asks for when it does not know enough. The oracle of the simulation says what works.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))
Describe 'Enable-UcOwaIm and Disable-UcOwaIm' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        Import-Module -Name (Join-Path $PSScriptRoot 'simulation/Simulation.psm1')
        . (Join-Path $PSScriptRoot 'SimulationHooks.ps1')
        Connect-Simulation
        $exchange = 'ex01.contoso.example'
        $backEnds = 'mbx01.contoso.example', 'mbx02.contoso.example', 'mbx03.contoso.example'

        # A new estate with its time as now, since certificates are judged by the clock.
        function New-TestEstate {
            param([string]$Estate)
            $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            Set-SimulationVariable -Name 'UC_BACKUP_DIRECTORY' -Value (Join-Path $folder 'backups')
            $path = Join-Path $PSScriptRoot "estates/$Estate.json"
            $new = New-Simulation -Estate $path -Directory (Join-Path $folder 'estate') -Now ([datetime]::UtcNow)
            $machines = (Get-SimulationState $new.Directory).Machines
            return @{
                Directory = $new.Directory
                Journal   = (Join-Path $folder 'journals')
                Lync      = @($machines | Where-Object { $_.Product -ne 'Exchange' })[0].Fqdn
            }
        }

        function Enter-TestShell {
            param([hashtable]$Estate, [string]$Shell)
            $computer = if ($Shell -eq 'Lync') { $Estate.Lync } else { $exchange }
            Enter-Simulation -Directory $Estate.Directory -Computer $computer -Shell $Shell
        }

        function Get-TestLyncFact {
            param([hashtable]$Estate)
            Enter-TestShell $Estate 'Lync'
            Get-UcFact -WarningAction SilentlyContinue
            Exit-Simulation
        }

        # Runs Enable-UcOwaIm in the Exchange shell with what the Lync shell tells.
        function Enable-TestIm {
            param([hashtable]$Estate, [hashtable]$More = @{})
            $fact = Get-TestLyncFact $Estate
            Enter-TestShell $Estate 'Exchange'
            Enable-UcOwaIm -Fact $fact -JournalPath $Estate.Journal -Confirm:$false -WarningAction SilentlyContinue @More
        }

        # The same on one of several servers, with facts that are given and one journal for all.
        function Enable-TestServer {
            [CmdletBinding()]
            param([hashtable]$Estate, [string]$Machine, [hashtable]$Given)
            Enter-Simulation -Directory $Estate.Directory -Computer $Machine -Shell Exchange
            Enable-UcOwaIm -JournalPath $Estate.Journal -Confirm:$false -WarningAction SilentlyContinue @Given
            Exit-Simulation
        }

        function Get-TestServerFact {
            param([hashtable]$Estate, [string]$Machine)
            Enter-Simulation -Directory $Estate.Directory -Computer $Machine -Shell Exchange
            Get-UcFact -WarningAction SilentlyContinue
            Exit-Simulation
        }

        # The different statuses of results.
        function Get-TestStatus {
            param([object[]]$Result)
            return @($Result | ForEach-Object { $_.Status } | Sort-Object -Unique) -join ' '
        }
    }
    AfterEach {
        Exit-Simulation
        Set-SimulationVariable -Name 'UC_BACKUP_DIRECTORY' -Value ''
    }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'brings back what an update of Exchange 2013 took, and nothing else' {
        $estate = New-TestEstate 'update-wiped-2013'
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeFalse
        $results = @(Enable-TestIm $estate)
        Get-TestStatus $results | Should -Be 'Done'
        @($results | ForEach-Object { $_.PSObject.TypeNames[0] } | Sort-Object -Unique) | Should -Be 'UcIntegration.StepResult'
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeTrue
        $differences = @(Compare-SimulationStart -Directory $estate.Directory)
        @($differences | Where-Object { $_ -notmatch 'web\.config' }) | Should -BeNullOrEmpty
    }

    It 'does nothing where nothing is to be done, and says so' -Tag 'Language' {
        $estate = New-TestEstate 'update-wiped-2013'
        [void]@(Enable-TestIm $estate)
        $hash = Get-SimulationHash -Directory $estate.Directory
        $said = @(Enable-TestIm $estate @{ Verbose = $true } 4>&1)
        @($said | Where-Object { $_ -isnot [System.Management.Automation.VerboseRecord] }) | Should -BeNullOrEmpty
        $text = if ($french) { 'rien * faire' } else { 'nothing to do' }
        @($said | Where-Object { $_.Message -like "*$text*" }) | Should -HaveCount 1
        Get-SimulationHash -Directory $estate.Directory | Should -Be $hash
    }

    It 'changes nothing with -WhatIf' {
        $estate = New-TestEstate 'update-wiped-2013'
        $results = @(Enable-TestIm $estate @{ WhatIf = $true })
        Get-TestStatus $results | Should -Be 'WhatIf'
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
        Test-Path -LiteralPath $estate.Journal | Should -BeFalse
    }

    It 'asks for the pool where nothing tells it, and changes nothing' {
        $estate = New-TestEstate 'update-wiped-2013'
        Enter-TestShell $estate 'Exchange'
        $caught = $null
        try { Enable-UcOwaIm -JournalPath $estate.Journal -Confirm:$false -WarningAction SilentlyContinue } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -Be 'PoolUnknown,Enable-UcOwaIm'
        $caught.ErrorDetails.RecommendedAction | Should -BeLike '*-IMServerName*'
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
    }

    It 'does not take a name that is no pool, says which there are, and changes nothing' {
        $estate = New-TestEstate 'update-wiped-2013'
        $caught = $null
        try { Enable-TestIm $estate @{ IMServerName = 'lnyc.contoso.example' } } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -Be 'PoolUnknown,Enable-UcOwaIm'
        $caught.Exception.Message | Should -BeLike '*lnyc.contoso.example*-IMServerName*lync.contoso.example*'
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
    }

    It 'does not take a certificate that is named and has expired, says so, and changes nothing' {
        $estate = New-TestEstate 'certificate-renewed'
        Get-TestStatus @(Enable-TestIm $estate) | Should -Be 'Done'
        $hash = Get-SimulationHash -Directory $estate.Directory
        $old = @(Get-ExchangeCertificate | Where-Object { $_.NotAfter -lt [datetime]::UtcNow })
        $old | Should -HaveCount 1
        $more = @{ Thumbprint = $old[0].Thumbprint; WarningVariable = '+global:ucTestWarned' }
        @(Enable-TestIm $estate $more) | Should -BeNullOrEmpty
        $texts = @($global:ucTestWarned | ForEach-Object { $_.Message })
        Remove-Variable -Name ucTestWarned -Scope Global
        @($texts | Where-Object { $_ -like 'IMCertificateThumbprint*expir*' }) | Should -HaveCount 1
        Get-SimulationHash -Directory $estate.Directory | Should -Be $hash
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeTrue
    }

    It 'takes the pool that is named, and warns that nobody checked it' {
        $estate = New-TestEstate 'update-wiped-2013'
        Enter-TestShell $estate 'Exchange'
        $given = @{ IMServerName = 'lync.contoso.example'; JournalPath = $estate.Journal; Confirm = $false }
        $results = @(Enable-UcOwaIm @given -WarningVariable warned -WarningAction SilentlyContinue)
        Get-TestStatus $results | Should -Be 'Done'
        @($warned | Where-Object { $_.Message -like '*lync.contoso.example*lync.pools*' }) | Should -HaveCount 1
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeTrue
    }

    It 'warns once of each thing that is left to a person' {
        $estate = New-TestEstate 'certificate-expired'
        $plan = @(Enable-TestIm $estate @{ PassThru = $true; WhatIf = $true; WarningVariable = '+global:ucTestWarned' })[0]
        $texts = @($global:ucTestWarned | ForEach-Object { $_.Message })
        Remove-Variable -Name ucTestWarned -Scope Global
        $plan.Unresolved.Count | Should -BeGreaterThan 0
        foreach ($one in $plan.Unresolved) {
            @($texts | Where-Object { $_.Contains($one.Rule) -and $_.Contains($one.Message) -and $_.Contains($one.Remedy) }).Count | Should -BeGreaterThan 0 -Because $one.Rule
        }
        @($texts | Select-Object -Unique).Count | Should -Be $texts.Count
    }

    It 'puts the plan out first, with what it works with and why' {
        $estate = New-TestEstate 'update-wiped-2013'
        $plan = @(Enable-TestIm $estate @{ PassThru = $true; WhatIf = $true })[0]
        $plan.PSObject.TypeNames[0] | Should -Be 'UcIntegration.Plan'
        @($plan.Decisions | ForEach-Object { $_.Setting + ' ' + $_.Origin }) | Should -Be 'IMServerName Selected', 'IMCertificateThumbprint Selected'
        $plan.Decisions[0].Value | Should -Be 'lync.contoso.example'
        $plan.Decisions[0].Server | Should -Be $exchange
        @($plan.Decisions | Where-Object { -not $_.Reason }) | Should -BeNullOrEmpty
    }

    It 'does not go on where the other shell has to act first' {
        $estate = New-TestEstate 'single-2013'
        $results = @(Enable-TestIm $estate)
        Get-TestStatus $results | Should -Be 'Waiting'
        $results[0].Shell | Should -Be 'Lync'
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
    }

    It 'does on each of three servers what is its own, says that it knows nothing of the others, and leaves nothing to the end' {
        $estate = New-TestEstate 'three-mailbox-2013'
        $fact = Get-TestLyncFact $estate
        foreach ($machine in $backEnds) {
            $results = @(Enable-TestServer $estate $machine @{ Fact = $fact } -WarningVariable warned)
            Get-TestStatus $results | Should -Be 'Done'
            @($results | Where-Object { $_.Machine -and $_.Machine -ne $machine }) | Should -BeNullOrEmpty
            foreach ($other in $backEnds) {
                $told = @($warned | Where-Object { $_.Message -like "*machine.webConfigs*OWA-WEBCONFIG-KEYS $other*" }).Count
                $told | Should -Be ([int]($other -ne $machine)) -Because "$other on $machine"
            }
            # It works up to here, and not yet behind.
            $works = @($backEnds | Where-Object { Test-SimulationIm -Computer $_ -Directory $estate.Directory })
            $works[-1] | Should -Be $machine
        }
        foreach ($machine in $backEnds) { @(Enable-TestServer $estate $machine @{ Fact = $fact }) | Should -BeNullOrEmpty }
    }

    It 'names a server that comes after it as waiting, and waits for one before it that old facts call undone' {
        $estate = New-TestEstate 'three-mailbox-2013'
        $fact = @(Get-TestLyncFact $estate) + @(foreach ($machine in $backEnds) { Get-TestServerFact $estate $machine })
        $results = @(Enable-TestServer $estate $backEnds[1] @{ Fact = $fact })
        Get-TestStatus $results | Should -Be 'Done Waiting'
        $results[-1].Status | Should -Be 'Waiting'
        $results[-1].Machine | Should -Be $backEnds[2]
        $results[-1].Message | Should -BeLike ('*' + $backEnds[2] + '*')

        # The facts of the second server are from before its turn.
        $hash = Get-SimulationHash -Directory $estate.Directory
        $results = @(Enable-TestServer $estate $backEnds[2] @{ Fact = $fact })
        Get-TestStatus $results | Should -Be 'Waiting'
        $results[0].Machine | Should -Be $backEnds[1]
        Get-SimulationHash -Directory $estate.Directory | Should -Be $hash

        $fresh = @(Get-TestLyncFact $estate) + @(foreach ($machine in $backEnds) { Get-TestServerFact $estate $machine })
        Get-TestStatus @(Enable-TestServer $estate $backEnds[2] @{ Fact = $fresh }) | Should -Be 'Done'
        foreach ($machine in $backEnds) { Test-SimulationIm -Computer $machine -Directory $estate.Directory | Should -BeTrue }
    }

    It 'sets up Exchange 2019 by an override, in both shells' {
        $estate = New-TestEstate 'single-2019'
        Enter-TestShell $estate 'Exchange'
        $fact = Get-UcFact -WarningAction SilentlyContinue
        Exit-Simulation
        Enter-TestShell $estate 'Lync'
        [void]@(Enable-UcOwaIm -Fact $fact -JournalPath $estate.Journal -Confirm:$false -WarningAction SilentlyContinue)
        Exit-Simulation
        Get-TestStatus @(Enable-TestIm $estate) | Should -Be 'Done'
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeTrue
        @(Get-SettingOverride).Count | Should -Be 1
    }

    It 'leaves Exchange 2016 alone where it works, and brings back an override that is gone' {
        $estate = New-TestEstate 'working-2016'
        @(Enable-TestIm $estate) | Should -BeNullOrEmpty
        Get-SettingOverride | Remove-SettingOverride -Confirm:$false
        # The server still works with these settings: nothing shows that it has read the override again.
        Get-TestStatus @(Enable-TestIm $estate) | Should -Be 'Done Unverified'
        Test-SimulationIm -Computer $exchange -Directory $estate.Directory | Should -BeTrue
    }

    It '<_> does not take an estate without servers for one where all is done' -ForEach 'Enable-UcOwaIm', 'Disable-UcOwaIm' {
        $caught = $null
        try { & $_ -JournalPath $TestDrive -WarningAction SilentlyContinue } catch { $caught = $_ }
        $caught.FullyQualifiedErrorId | Should -BeLike 'ServerUnknown,*'
        $caught.ErrorDetails.RecommendedAction | Should -BeLike '*Exchange Management Shell*'
    }

    It 'does not take a server that is not there for one where all is done' {
        $estate = New-TestEstate 'update-wiped-2013'
        { Enable-TestIm $estate @{ Server = 'ex99.contoso.example' } } | Should -Throw
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
    }

    It 'switches instant messaging off, and on again' {
        $estate = New-TestEstate 'working-2013'
        Enter-TestShell $estate 'Exchange'
        $off = @{ JournalPath = $estate.Journal; Confirm = $false; WarningAction = 'SilentlyContinue' }
        Get-TestStatus @(Disable-UcOwaIm @off) | Should -Be 'Done'
        @(Get-OwaVirtualDirectory | Where-Object { $_.InstantMessagingEnabled }) | Should -BeNullOrEmpty
        @(Get-OwaMailboxPolicy | Where-Object { $_.InstantMessagingEnabled }) | Should -BeNullOrEmpty
        @(Disable-UcOwaIm @off) | Should -BeNullOrEmpty
        Exit-Simulation
        Get-TestStatus @(Enable-TestIm $estate) | Should -Be 'Done'
        @(Get-OwaVirtualDirectory | Where-Object { -not $_.InstantMessagingEnabled }) | Should -BeNullOrEmpty
        @(Get-OwaMailboxPolicy | Where-Object { -not $_.InstantMessagingEnabled }) | Should -BeNullOrEmpty
    }

    It 'switches nothing off with -WhatIf' {
        $estate = New-TestEstate 'working-2013'
        Enter-TestShell $estate 'Exchange'
        Get-TestStatus @(Disable-UcOwaIm -JournalPath $estate.Journal -WhatIf -WarningAction SilentlyContinue) | Should -Be 'WhatIf'
        Compare-SimulationStart -Directory $estate.Directory | Should -BeNullOrEmpty
    }
}
