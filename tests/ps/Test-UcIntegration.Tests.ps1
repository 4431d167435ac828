# Judging in one go, in the simulated shells: what the commands collect by themselves, and the one answer of -Quiet. What
# single rules find is a matter of the rules and of the scenarios.
. (Join-Path $PSScriptRoot 'scenarios/Case.ps1')
$skip = -not (Test-ScenarioReference)
Describe 'Judging in one go' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'scenarios/Scenario.ps1')
        $made = @{}

        # An estate with the facts of all its shells, users included; made once, since nothing here changes it.
        function Get-TestEstate {
            param([string]$Estate)
            if (-not $made.ContainsKey($Estate)) {
                $scenario = New-Scenario -Path (Join-Path $PSScriptRoot "estates/$Estate.json") -Name $Estate
                $scenario.Facts = @(Get-ScenarioFact -Scenario $scenario)
                $made[$Estate] = $scenario
            }
            return $made[$Estate]
        }

        function Enter-TestShell {
            param([hashtable]$Scenario, [string]$Shell)
            Connect-Simulation
            $place = @($Scenario.Places | Where-Object { $_.Shell -eq $Shell })[0]
            Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $place.Computer -Shell $Shell
        }

        # The statuses that a rule has among findings, each once.
        function Get-TestStatus {
            param([object[]]$Finding, [string]$Rule)
            return @($Finding | Where-Object { $_.Rule -eq $Rule } | ForEach-Object { $_.Status } | Sort-Object -Unique) -join ' '
        }

        # The statuses of what matters, each once.
        function Get-TestTrouble {
            param([object[]]$Finding)
            return @($Finding | Where-Object { $_.Severity -eq 'Error' -and 'Fail', 'Unknown' -contains $_.Status } | ForEach-Object { $_.Status } | Sort-Object -Unique) -join ' '
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Set-SimulationVariable -Name 'UC_BACKUP_DIRECTORY' -Value ''
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'Test-UcIntegration collects by itself <name>' -ForEach @(
        @{ name = 'for all scenarios'; ask = @{} }, @{ name = 'for one'; ask = @{ Scenario = 'OwaIm' } }
    ) {
        $scenario = Get-TestEstate 'update-wiped-2013'
        Enter-TestShell $scenario 'Exchange'
        $count = $Error.Count
        $findings = @(Test-UcIntegration @ask)
        $Error.Count | Should -Be $count
        @($findings | ForEach-Object { $_.PSObject.TypeNames[0] } | Sort-Object -Unique) | Should -Be 'UcIntegration.Finding'
        Get-TestStatus $findings 'OWA-WEBCONFIG-KEYS' | Should -Be 'Fail'
        # What only the other shell knows is not known, and the finding says which shell that is.
        Get-TestStatus $findings 'TAP-CREATE' | Should -Be 'Unknown'
        @($findings | Where-Object { $_.Rule -eq 'TAP-CREATE' })[0].Collect.Shell | Should -Be 'Lync'
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty
    }

    It 'Get-UcPlan collects by itself <name>' -ForEach @(
        @{ name = 'for all scenarios'; ask = @{} }, @{ name = 'for one'; ask = @{ Scenario = 'OwaIm' } }
    ) {
        $scenario = Get-TestEstate 'update-wiped-2013'
        Enter-TestShell $scenario 'Exchange'
        $plan = Get-UcPlan -IMServerName 'lync.contoso.example' @ask
        @($plan.Stages | ForEach-Object { $_.Steps } | ForEach-Object { $_.Rule }) | Should -Contain 'OWA-WEBCONFIG-KEYS'
    }

    It 'Test-UcOwaIm collects here, and takes the rest from facts of elsewhere' {
        $scenario = Get-TestEstate 'update-wiped-2013'
        $lync = @($scenario.Facts | Where-Object { $_.Shell -eq 'Lync' })
        Enter-TestShell $scenario 'Exchange'
        $findings = @(Test-UcOwaIm -Fact $lync)
        Get-TestStatus $findings 'OWA-WEBCONFIG-KEYS' | Should -Be 'Fail'
        Get-TestStatus $findings 'TAP-CREATE' | Should -Be 'Pass'
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty
    }

    It 'Test-UcOwaIm -Quiet answers <answer> for <Estate>' -ForEach @(
        @{ Estate = 'working-2013'; answer = $true }, @{ Estate = 'update-wiped-2013'; answer = $false }
    ) {
        $scenario = Get-TestEstate $Estate
        Enter-TestShell $scenario 'Exchange'
        $answers = @(Test-UcOwaIm -Fact $scenario.Facts -Quiet)
        $answers | Should -HaveCount 1
        $answers[0] | Should -BeOfType ([bool])
        $answers[0] | Should -Be $answer
    }

    It 'Test-UcIntegration -Quiet answers <answer> for <Estate>' -ForEach @(
        @{ Estate = 'working-2013'; answer = $true; trouble = '' }
        @{ Estate = 'warnings-2013'; answer = $true; trouble = '' }
        @{ Estate = 'update-wiped-2013'; answer = $false; trouble = 'Fail' }
    ) {
        $scenario = Get-TestEstate $Estate
        Get-TestTrouble @(Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm) | Should -Be $trouble
        $answers = @($scenario.Facts | Test-UcIntegration -Scenario OwaIm -Quiet)
        $answers | Should -HaveCount 1
        $answers[0] | Should -BeOfType ([bool])
        $answers[0] | Should -Be $answer
    }

    It 'warns of <Estate> that it is out of support, and neither -Quiet nor a plan counts that' -ForEach @(
        @{ Estate = 'working-2013'; products = 'Exchange Server 2013, Lync Server 2013' }
        @{ Estate = 'working-2016'; products = 'Exchange Server 2016, Skype for Business Server 2015' }
    ) {
        $scenario = Get-TestEstate $Estate
        $found = @(Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm | Where-Object { $_.Rule -eq 'EST-SUPPORT' })
        @($found | ForEach-Object { $_.Target } | Sort-Object) -join ', ' | Should -BeExactly $products
        @($found | ForEach-Object { $_.Status + ' ' + $_.Severity } | Sort-Object -Unique) | Should -Be 'Fail Warning'
        $found | ForEach-Object { $_.Advisory | Should -BeOfType ([bool]); $_.Advisory | Should -BeTrue }
        # What a script takes for broken.
        @(Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory }) | Should -BeNullOrEmpty
        Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm -Quiet | Should -BeTrue
        $plan = Get-UcPlan -Fact $scenario.Facts -Scenario OwaIm
        $plan.Steps | Should -Be 0
        @($plan.Unresolved | ForEach-Object { $_.Rule }) | Should -Not -Contain 'EST-SUPPORT'
    }

    It 'tells the subscription editions with their build, until when they are in support, and what is announced' {
        $scenario = Get-TestEstate 'working-se'
        $found = @(Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm)
        $support = @($found | Where-Object { $_.Rule -eq 'EST-SUPPORT' } | Sort-Object -Property Target)
        @($support | ForEach-Object { $_.Status + ' ' + $_.Target }) | Should -Be 'Pass Exchange Server SE', 'Pass Skype for Business Server SE'
        @($support | Where-Object { $_.Message -like '*2035-12-31*' }) | Should -HaveCount 2
        # The build is that of the file, which is newer than what Exchange says.
        $support[0].Evidence[0].Actual | Should -BeExactly 'Exchange Server SE, build 15.2.2562.49'
        $end = @($found | Where-Object { $_.Rule -eq 'OWA-IM-END' })
        $end[0].Status + ' ' + $end[0].Severity + ' ' + $end[0].Advisory | Should -BeExactly 'Fail Information True'
        @($support | Where-Object { $_.Advisory }) | Should -BeNullOrEmpty
        Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm -Quiet | Should -BeTrue
        @((Get-UcPlan -Fact $scenario.Facts -Scenario OwaIm).Unresolved) | Should -BeNullOrEmpty
    }

    It '-Quiet does not count an advisory, whatever its severity: <advisory>' -ForEach @(
        @{ advisory = $true }, @{ advisory = $false }
    ) {
        $body = @{ findings = @(@{ status = 'Fail'; severity = 'Error'; advisory = $advisory; target = @{}; evidence = @(); sources = @() }) }
        $answer = & (Get-Module -Name UcIntegration) { param($Body) Write-UcFinding -Body $Body -Quiet $true } $body
        $answer | Should -Be $advisory
    }

    It 'says that instant messaging is gone where an update took it, and switches nothing off by itself' {
        $scenario = Get-TestEstate 'im-gone-se'
        $end = @(Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm | Where-Object { $_.Rule -eq 'OWA-IM-END' })
        $end[0].Status + ' ' + $end[0].Severity + ' ' + $end[0].Advisory | Should -BeExactly 'Fail Error False'
        (Get-UcPlan -Fact $scenario.Facts -Scenario OwaIm).Steps | Should -Be 0
        Test-UcIntegration -Fact $scenario.Facts -Scenario OwaIm -Quiet | Should -BeFalse
    }

    It '-Quiet answers False where nothing fails and something that is needed is unknown: no facts of <shell>' -ForEach @(
        @{ shell = 'Lync' }, @{ shell = 'Exchange' }
    ) {
        $scenario = Get-TestEstate 'working-2013'
        $facts = @($scenario.Facts | Where-Object { $_.Shell -ne $shell })
        Get-TestTrouble @(Test-UcIntegration -Fact $facts -Scenario OwaIm) | Should -Be 'Unknown'
        Test-UcIntegration -Fact $facts -Scenario OwaIm -Quiet | Should -BeFalse
    }

    It '-Quiet answers False where there are no facts at all: <name>' -ForEach @(
        @{ name = 'none was given'; call = { Test-UcIntegration -Fact @() -Quiet } }
        @{ name = 'the file is not there'; call = { Test-UcIntegration -Fact (Join-Path $TestDrive 'nix.json') -Quiet -ErrorAction SilentlyContinue } }
    ) {
        $answers = @(& $call)
        $answers | Should -HaveCount 1
        $answers[0] | Should -BeOfType ([bool])
        $answers[0] | Should -BeFalse
    }

    It 'says of each file of facts that it cannot read which and why, and judges by the others' {
        $missing = Join-Path $TestDrive 'nix.json'
        $scenario = Get-TestEstate 'update-wiped-2013'
        $facts = @($missing) + $scenario.Facts
        $errors = @(Get-TestError { Test-UcIntegration -Fact $facts -Scenario OwaIm })
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'FactUnreadable,Test-UcIntegration'
        $errors[0].TargetObject | Should -Be $missing
        $errors[0].Exception.Message.Contains($missing) | Should -BeTrue
        Get-TestTrouble @(Test-UcIntegration -Fact $facts -Scenario OwaIm -ErrorAction SilentlyContinue) | Should -Be 'Fail'
    }
}
