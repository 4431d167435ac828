# A plan that is interrupted in its middle, in estates of each scenario and version, before a release in every estate that
# has one: before a command ran, when its journal ends; and after it took effect but before the journal says so, when its
# process is killed. It is taken back, and gone on from. Kill.Tests.ps1 has more moments.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$estates = @(Select-ScenarioCase -Case @(Select-ScenarioSample -ForRelease -Case @(Get-ScenarioEstate -WithPlan)))

Describe 'An interrupted plan' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')

        # Nothing reaches a journal any more once it comes to this event of this step, as after a crash.
        function Set-JournalEnd {
            param([string]$At)
            & (Get-Module -Name UcIntegration) {
                param([string]$At)
                if (-not (Test-Path -LiteralPath 'Variable:script:uncutJournal')) { $script:uncutJournal = ${function:Add-UcJournalEntry} }
                $script:journalEnd = @{ At = $At; Reached = $false }
                function script:Add-UcJournalEntry {
                    param([hashtable]$Journal, [hashtable]$Entry)
                    $end = $script:journalEnd
                    if (('{0} {1}' -f $Entry['event'], $Entry['number']) -eq $end.At) { $end.Reached = $true }
                    # Another place may begin a journal; its steps wait for the one that has not ended.
                    if ($end.Reached -and $Entry['event'] -ne 'Plan') { throw 'The journal has ended.' }
                    & $script:uncutJournal @PSBoundParameters
                }
            } $At
        }

        # Applies the plan up to a line of the journal that is never written.
        function Stop-Plan {
            param([hashtable]$Scenario, $Plan, [string]$At)
            Set-JournalEnd -At $At
            $results = @(Invoke-ScenarioPlan -Scenario $Scenario -Plan $Plan)
            Set-JournalEnd -At ''
            Get-ScenarioTrouble $results | Should -BeLike '*The journal has ended*'
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        & (Get-Module -Name UcIntegration) { Set-Item -LiteralPath 'function:script:Add-UcJournalEntry' -Value $script:uncutJournal }
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'of <Estate> is taken back, or gone on from' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        $steps = @((ConvertFrom-Json -InputObject $plan.Json).stages | ForEach-Object { $_.steps })
        $middle = $steps[[Math]::Floor($steps.Count / 2)].number

        Stop-Plan -Scenario $scenario -Plan $plan -At "Started $middle"
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Get-ScenarioChange -Scenario $scenario | Should -BeNullOrEmpty

        Stop-ScenarioProcess -Scenario $scenario -Plan $plan -At "Done $middle"
        Get-ScenarioTrouble @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        if ($scenario.Simulation.Expect.repairable) { Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty }
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Get-ScenarioChange -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}
