# Products with habits that are hard on a plan: a directory that shows a change only after several looks, since another
# domain controller answers; a server that says in the answer alone that it did not refresh.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$estates = @(Select-ScenarioCase -Case @(Get-ScenarioEstate | Where-Object { @('single-2013', 'single-2019', 'um-half-2013') -contains $_.Estate }))
$refreshed = @(Select-ScenarioCase -Case @(Get-ScenarioEstate | Where-Object { $_.Estate -eq 'override-not-refreshed' }))

Describe 'A server that answers a refresh with an error' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'has not done the step of the commands in <Estate>, and does it when it can' -ForEach $refreshed {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        Set-SimulationRefreshError -Directory $scenario.Simulation.Directory -Text 'The RPC server is unavailable.'
        $results = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        @($results | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status }) -join ', ' | Should -Be '1 Failed'
        $results[0].Message | Should -Be 'The RPC server is unavailable.'
        Set-SimulationRefreshError -Directory $scenario.Simulation.Directory
        $results = @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan)
        @($results | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status }) -join ', ' | Should -Be '1 Done, 2 Done'
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }

    It 'has not done the step of the scripts in <Estate>, and does it when it can' -ForEach $refreshed {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        $file = @(Export-UcPlan -Plan $plan -Path (Join-Path $scenario.Folder 'scripts') -AsScript | Where-Object { $_.Extension -eq '.ps1' })[0].FullName
        Set-SimulationRefreshError -Directory $scenario.Simulation.Directory -Text 'The RPC server is unavailable.'
        Invoke-WithoutModule {
            { Invoke-ScenarioStage -Scenario $scenario -Stage @($plan.Stages) -Block { & $file -Force } } | Should -Throw '*The RPC server is unavailable.*'
            Set-SimulationRefreshError -Directory $scenario.Simulation.Directory
            $results = @(Invoke-ScenarioStage -Scenario $scenario -Stage @($plan.Stages) -Block { & $file -Force 3> $null })
            @($results | ForEach-Object { '{0} {1}' -f $_.Number, $_.Status }) -join ', ' | Should -Be '1 Done, 2 Done'
        }
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}

Describe 'A slow directory' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        # Nobody has to wait here.
        function global:Start-Sleep { param($Seconds, $Milliseconds) $global:ucTestSlept++ }
    }
    BeforeEach { $global:ucTestSlept = 0 }
    AfterEach { Exit-Simulation }
    AfterAll {
        Remove-Item -LiteralPath 'Function:\Start-Sleep'
        Remove-Variable -Name ucTestSlept -Scope Global
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'is waited for by the commands that fix <Estate> and take it back' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        Set-SimulationDelay -Directory $scenario.Simulation.Directory -Count 4
        Get-ScenarioTrouble @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        $global:ucTestSlept | Should -BeGreaterThan 3
        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Get-ScenarioChange -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }

    It 'is waited for by the scripts that fix <Estate>' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        $files = @(Export-UcPlan -Plan $plan -Path (Join-Path $scenario.Folder 'scripts') -AsScript | Where-Object { $_.Extension -eq '.ps1' })
        Set-SimulationDelay -Directory $scenario.Simulation.Directory -Count 4
        $stages = @($plan.Stages)
        $results = @(Invoke-WithoutModule {
            for ($i = 0; $i -lt $files.Count; $i++) {
                Invoke-ScenarioStage -Scenario $scenario -Stage @($stages[$i]) -Block { & $files[$i].FullName -Force 3> $null }
            }
        })
        Get-ScenarioTrouble $results | Should -BeNullOrEmpty
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        $global:ucTestSlept | Should -BeGreaterThan 3
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}
