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
