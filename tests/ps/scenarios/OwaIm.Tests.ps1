# Instant messaging in Outlook on the web, from every broken estate to a working one and back, in the simulated shells
# of both products. The judge of the simulation, which knows none of our rules, says what works.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$estates = @(Select-ScenarioCase -Case @(Get-ScenarioEstate))

Describe 'Instant messaging' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    It 'goes from <Estate> to an estate that works, and back' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $new = $scenario.Simulation
        $facts = @(Get-ScenarioFact -Scenario $scenario)
        $findings = @(Test-UcIntegration -Fact $facts -Scenario OwaIm)
        $failed = @($findings | Where-Object { $_.Status -eq 'Fail' } | ForEach-Object { $_.Rule } | Sort-Object -Unique)

        # What the estate is about is found, and nothing that has nothing to do with it.
        $may = @($new.Expect.fail) + @($new.Expect.mayFail)
        @(@($new.Expect.fail) | Where-Object { $failed -notcontains $_ }) | Should -BeNullOrEmpty
        @($failed | Where-Object { $may -notcontains $_ }) | Should -BeNullOrEmpty
        Compare-Golden -Name ($Estate + '.findings') -Line @(Format-ScenarioFinding -Scenario $scenario -Finding $findings) | Should -BeNullOrEmpty

        $plan = Get-UcPlan -Fact $facts -Scenario OwaIm
        Compare-Golden -Name ($Estate + '.plan') -Line @(Format-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $new.Directory | Should -BeNullOrEmpty

        $results = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        Get-ScenarioTrouble $results | Should -BeNullOrEmpty
        if ($new.Expect.repairable) {
            Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
            Get-ScenarioFailure -Scenario $scenario | Should -BeNullOrEmpty
        }

        # Once more changes nothing.
        $hash = Get-SimulationHash -Directory $new.Directory
        $again = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        @($again | Where-Object { $_.Status -eq 'Done' }) | Should -BeNullOrEmpty
        Get-SimulationHash -Directory $new.Directory | Should -Be $hash
        if ($new.Expect.repairable) { (Get-UcPlan -Fact @(Get-ScenarioFact -Scenario $scenario) -Scenario OwaIm).Steps | Should -Be 0 }

        # And back: the products and every file as at the start.
        $undone = @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan)
        Get-ScenarioTrouble $undone | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $new.Directory | Should -BeNullOrEmpty
        Remove-Simulation -Directory $new.Directory
    }
}
