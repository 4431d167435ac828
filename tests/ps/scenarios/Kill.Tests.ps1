# A process that is killed while it applies a plan: the same command in a new process comes to the end, and the journal
# is enough to go back. Each moment is a line of the journal: before a command ran, after it took effect, and between.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$moments = @(Select-ScenarioCase -Case @(
    @{ Estate = 'single-2013'; At = 'Done 1'; Written = 'None' }
    @{ Estate = 'single-2013'; At = 'Started 5'; Written = 'All' }
    @{ Estate = 'single-2013'; At = 'Done 5'; Written = 'Half' }
    @{ Estate = 'dag-2016'; At = 'Done 6'; Written = 'None' }
    @{ Estate = 'dag-2016'; At = 'Done 9'; Written = 'None' }
))
$undone = @(Select-ScenarioCase -Case @(
    @{ Estate = 'single-2013'; At = 'Undone 5'; Written = 'None' }
    @{ Estate = 'dag-2016'; At = 'Undone 6'; Written = 'Half' }
))

Describe 'A killed process' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        $made = @{}

        # The estate and its plan: made once, since every test leaves the estate as it was. The journals are new.
        function Get-KillScenario {
            param([string]$Estate)
            if (-not $made.ContainsKey($Estate)) {
                $scenario = New-Scenario -Path (Join-Path $PSScriptRoot ('../estates/' + $Estate + '.json')) -Name $Estate
                $scenario.Plan = Get-ScenarioPlan -Scenario $scenario
                $made[$Estate] = $scenario
            }
            $made[$Estate].Journals = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            return $made[$Estate]
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'of <Estate> at <At> (<Written> of the line is written) is gone on from, and taken back' -ForEach $moments {
        $scenario = Get-KillScenario -Estate $Estate
        Stop-ScenarioProcess -Scenario $scenario -Plan $scenario.Plan -At $At -Written $Written
        Get-ScenarioFault -Scenario $scenario | Should -Not -BeNullOrEmpty
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $scenario.Plan) | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty

        Stop-ScenarioProcess -Scenario $scenario -Plan $scenario.Plan -At $At -Written $Written
        Get-ScenarioTrouble @(Invoke-ScenarioPlan -Scenario $scenario -Plan $scenario.Plan) | Should -BeNullOrEmpty
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $scenario.Plan) | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty
    }

    It 'that takes <Estate> back, at <At> (<Written> of the line is written), is gone on from' -ForEach $undone {
        $scenario = Get-KillScenario -Estate $Estate
        [void]@(Invoke-ScenarioPlan -Scenario $scenario -Plan $scenario.Plan)
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        Stop-ScenarioProcess -Scenario $scenario -Plan $scenario.Plan -At $At -Written $Written -Undo '-Undo'
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $scenario.Plan) | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty
    }
}
