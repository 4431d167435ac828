# The scripts of a plan, run in the simulated shells without the module: they come to the same end as the plan applied by
# the module, change nothing when they run again, and go back.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
# Plain PowerShell does not edit a file in which a key stands twice; only the module does.
$refused = @('keys-duplicated')
$planned = @(Select-ScenarioSample -ForRelease -Case @(Get-ScenarioEstate -WithPlan))
$estates = @(Select-ScenarioCase -Case @($planned | Where-Object { $refused -notcontains $_.Estate }))
$left = @(Select-ScenarioCase -Case @(Get-ScenarioEstate -WithPlan | Where-Object { $refused -contains $_.Estate }))

Describe 'Scripts of a plan' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')

        # The stages of a plan in their order, each with the file of its script.
        function Export-ScenarioScript {
            param([hashtable]$Scenario, $Plan)
            $files = @(Export-UcPlan -Plan $Plan -Path (Join-Path $Scenario.Folder 'scripts') -AsScript | Where-Object { $_.Extension -eq '.ps1' })
            $stages = @($Plan.Stages)
            for ($i = 0; $i -lt $stages.Count; $i++) {
                $file = @($files | Where-Object { $_.Name.StartsWith([string]($i + 1) + '-') })[0]
                @{ Shell = $stages[$i].Shell; Machine = $stages[$i].Machine; File = $file.FullName }
            }
        }

        # Runs scripts in their places, on machines that do not have the module. Answers the results of their steps.
        function Invoke-ScenarioScript {
            param([hashtable]$Scenario, [object[]]$Script, [hashtable]$Parameter)
            Invoke-WithoutModule {
                Invoke-ScenarioStage -Scenario $Scenario -Stage $Script -Block { & $args[0].File @Parameter 3> $null }
            }
        }

        # What differs from the start but for the copies that an edit without the module leaves beside the file.
        function Get-ScenarioRest {
            param([hashtable]$Scenario)
            Get-ScenarioChange -Scenario $Scenario | Where-Object { $_ -notlike '+ File *.backup.config *' }
        }

        # Everything but the files, which the two ways of editing may write differently, after the plan was applied by the module;
        # then the estate is again as it was.
        function Get-ScenarioModuleEnd {
            param([hashtable]$Scenario, $Plan)
            $folder = $Scenario.Simulation.Directory
            $copy = Join-Path $Scenario.Folder 'copy'
            Copy-Item -LiteralPath $folder -Destination $copy -Recurse
            Get-ScenarioTrouble @(Invoke-ScenarioPlan -Scenario $Scenario -Plan $Plan) | Should -BeNullOrEmpty
            Get-ScenarioEnd -Scenario $Scenario
            Remove-Simulation -Directory $folder
            Move-Item -LiteralPath $copy -Destination $folder
        }

        function Get-ScenarioEnd {
            param([hashtable]$Scenario)
            Get-ScenarioDifference -Scenario $Scenario | Where-Object { $_ -notlike '? File *' }
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'fix <Estate> as the module does, change nothing again, and go back' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        $scripts = @(Export-ScenarioScript -Scenario $scenario -Plan $plan)
        $end = @(Get-ScenarioModuleEnd -Scenario $scenario -Plan $plan)

        $results = @(Invoke-ScenarioScript -Scenario $scenario -Script $scripts -Parameter @{ Force = $true })
        @($results | Where-Object { $_.Status -eq 'Done' }).Count | Should -BeGreaterThan 0
        Compare-Object -ReferenceObject (@($end) + '') -DifferenceObject (@(Get-ScenarioEnd -Scenario $scenario) + '') -CaseSensitive | Should -BeNullOrEmpty
        $after = @(Get-ScenarioFact -Scenario $scenario)
        if ($scenario.Simulation.Expect.repairable) {
            Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
            Get-ScenarioFailure -Scenario $scenario -Fact $after | Should -BeNullOrEmpty
        }
        # The module finds nothing left to do.
        (Get-ScenarioPlan -Scenario $scenario -Fact $after).Steps | Should -Be 0

        $hash = Get-SimulationHash -Directory $scenario.Simulation.Directory
        [void](Invoke-ScenarioScript -Scenario $scenario -Script $scripts -Parameter @{ Force = $true })
        Get-SimulationHash -Directory $scenario.Simulation.Directory | Should -Be $hash

        [array]::Reverse($scripts)
        [void](Invoke-ScenarioScript -Scenario $scenario -Script $scripts -Parameter @{ Force = $true; Undo = $true })
        Get-ScenarioRest -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }

    It 'leave <Estate> as it is and say that the module is needed' -ForEach $left {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Get-ScenarioPlan -Scenario $scenario
        $scripts = @(Export-ScenarioScript -Scenario $scenario -Plan $plan)
        { Invoke-ScenarioScript -Scenario $scenario -Script $scripts -Parameter @{ Force = $true } } | Should -Throw -ExpectedMessage '*Use the UcIntegration module*'
        Compare-SimulationStart -Directory $scenario.Simulation.Directory | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}
