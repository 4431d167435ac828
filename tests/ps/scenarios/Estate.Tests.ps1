# From every broken estate to one that works and back, in the simulated shells of both products: each estate is played with
# the scenarios that it names. The oracles of the simulation, which know none of our rules, say what works.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$estates = @(Select-ScenarioCase -Case @(Select-ScenarioSample -Case @(Get-ScenarioEstate -WithPlan:([bool]$env:UC_SAMPLE))))

Describe 'The check of plans for conflicts' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        . (Join-Path $PSScriptRoot 'PlanConflict.ps1')

        # A step as in the JSON of a plan, from "What name=value ..."; what has a backslash is a file.
        function New-TestStep {
            param([int]$Number, [string]$Text)
            $what, $pairs = $Text.Split(' ')
            $values = @($pairs | ForEach-Object { $name, $value = $_.Split('='); [pscustomobject]@{ name = $name; key = $name; value = $value } })
            $command = [pscustomobject]@{ kind = 'Cmdlet'; name = $what; parameters = $values }
            if ($what -like '*\*') { $command = [pscustomobject]@{ kind = 'WebConfig'; path = $what; changes = $values } }
            return [pscustomobject]@{ number = $Number; command = $command }
        }
    }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'says <Says> of <First> and <Second>' -ForEach @(
        @{ First = 'Set-UMService Identity=ex01 UMStartupMode=Dual'; Second = 'Set-UMService Identity=EX01 DialPlans=A'; Says = '' }
        @{ First = 'Set-UMService Identity=ex01 UMStartupMode=Dual'; Second = 'Set-UMService Identity=ex02 UMStartupMode=TCP'; Says = '' }
        @{ First = 'Set-UMService Identity=ex01 UMStartupMode=Dual'; Second = 'Set-UMService UMStartupMode=dual Identity=EX01'; Says = '1 and 2 are the same step*' }
        @{ First = 'Restart-Service Name=W3SVC'; Second = 'Restart-Service Name=W3SVC'; Says = '1 and 2 are the same step*' }
        @{ First = 'Set-UMService Identity=ex01 UMStartupMode=Dual'; Second = 'Set-UMService Identity=EX01 UMStartupMode=TCP'; Says = '1 and 2 set UMStartupMode of UMService ex01*' }
        @{ First = 'C:\web.config IMServerName=a'; Second = 'c:\web.config imservername=b'; Says = '1 and 2 set IMServerName of ex01 C:\web.config*' }
    ) {
        $steps = @(New-TestStep -Number 1 -Text $First) + @(New-TestStep -Number 2 -Text $Second)
        $plan = [pscustomobject]@{ stages = @([pscustomobject]@{ machine = 'ex01'; steps = $steps }) }
        $found = @(Get-PlanConflict -Plan $plan)
        if ($Says) { $found -join '' | Should -BeLike $Says } else { $found | Should -BeNullOrEmpty }
    }
}

Describe 'A scenario' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        . (Join-Path $PSScriptRoot 'PlanConflict.ps1')
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'goes from <Estate> to an estate that works, and back' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $new = $scenario.Simulation
        $facts = @(Get-ScenarioFact -Scenario $scenario)
        $findings = @(Get-ScenarioFinding -Scenario $scenario -Fact $facts)
        $failed = @($findings | Where-Object { $_.Status -eq 'Fail' } | ForEach-Object { $_.Rule } | Sort-Object -Unique)

        # What the estate is about is found, and nothing that has nothing to do with it.
        $may = @($new.Expect.fail) + @($new.Expect.mayFail)
        @(@($new.Expect.fail) | Where-Object { $failed -notcontains $_ }) | Should -BeNullOrEmpty
        @($failed | Where-Object { $may -notcontains $_ }) | Should -BeNullOrEmpty
        Compare-Golden -Name ($Estate + '.findings') -Line @(Format-ScenarioFinding -Scenario $scenario -Finding $findings) | Should -BeNullOrEmpty

        $plan = Get-ScenarioPlan -Scenario $scenario -Fact $facts
        Get-PlanConflict -Plan (ConvertFrom-Json -InputObject $plan.Json) | Should -BeNullOrEmpty
        Compare-Golden -Name ($Estate + '.plan') -Line @(Format-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Compare-SimulationStart -Directory $new.Directory | Should -BeNullOrEmpty
        Save-ScenarioRecord -Scenario $scenario -Moment 'before' -Fact $facts -Plan $plan

        $results = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        Get-ScenarioTrouble $results | Should -BeNullOrEmpty
        if ($new.Expect.repairable) { Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty }

        # Once more changes nothing.
        $hash = Get-SimulationHash -Directory $new.Directory
        $again = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        @($again | Where-Object { $_.Status -eq 'Done' }) | Should -BeNullOrEmpty
        Get-SimulationHash -Directory $new.Directory | Should -Be $hash
        $after = @()
        if ($new.Expect.repairable -or $env:UC_RECORD) { $after = @(Get-ScenarioFact -Scenario $scenario) }
        Save-ScenarioRecord -Scenario $scenario -Moment 'after' -Fact $after
        if ($new.Expect.repairable) {
            Get-ScenarioFailure -Scenario $scenario -Fact $after | Should -BeNullOrEmpty
            (Get-ScenarioPlan -Scenario $scenario -Fact $after).Steps | Should -Be 0
        }

        # And back: the products and every file as at the start.
        $undone = @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan)
        Get-ScenarioTrouble $undone | Should -BeNullOrEmpty
        if (Get-ScenarioExpectation -Scenario $scenario -Name 'stays') {
            Compare-Golden -Name ($Estate + '.stays') -Line @(Get-ScenarioDifference -Scenario $scenario) | Should -BeNullOrEmpty
        }
        Get-ScenarioChange -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $new.Directory
    }
}
