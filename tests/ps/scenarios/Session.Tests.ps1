# One estate of each scenario and version with the simulated Exchange behind a real session, as the shell of Exchange has
# it: an endpoint without language, proxies, objects that lost their types on the way. The facts, the plan and the end are
# those of the other scenarios, and a restart of IIS ends the session.
. (Join-Path $PSScriptRoot 'Case.ps1')
. (Join-Path $PSScriptRoot 'Session.ps1')
$gap = Get-SessionGap
if (-not $gap -and -not (Test-ScenarioReference)) { $gap = 'the reference of the products is missing' }
$before = $env:UC_SAMPLE
$env:UC_SAMPLE = '1'
$estates = @(Select-ScenarioSample -Case @(Get-ScenarioEstate -WithPlan))
$env:UC_SAMPLE = $before
# In the sample each scenario is played, but hybrid only in estates that are about the others as well.
$estates = @(Select-ScenarioCase -Case @($estates + @(Get-ScenarioEstate -WithPlan | Where-Object { $_.Estate -eq 'hybrid-half-2013' })))
$restarting = @(Select-ScenarioCase -Case @(Get-ScenarioEstate | Where-Object { $_.Estate -eq 'all-four-2016' }))

Describe 'Sessions' -Tag 'Remoting' {
    It 'can be played here' -ForEach @(@{ gap = $gap }) {
        if ($gap -and $env:UC_ALL) { throw $gap }
        if ($gap) { Set-ItResult -Skipped -Because $gap }
    }
}

Describe 'The shell of Exchange behind a session' -Tag 'Remoting' -Skip:([bool]$gap) {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        . (Join-Path $PSScriptRoot 'Session.ps1')
        $server = Start-SessionServer

        # What the other scenarios enter a machine by; here the commands of Exchange come through a session.
        function Enter-Simulation {
            param([string]$Directory, [string]$Computer, [string]$Shell = 'None')
            Exit-Simulation
            Simulation\Enter-Simulation -Directory $Directory -Computer $Computer -Shell $Shell -AsClient:($Shell -eq 'Exchange')
            if ($Shell -eq 'Exchange') { Open-ScenarioShell -Server $server -Directory $Directory -Computer $Computer }
        }
        function Exit-Simulation {
            Close-ScenarioShell -Server $server
            Simulation\Exit-Simulation
        }

        # Where the stages of a plan in JSON are run.
        function ConvertTo-ScenarioStage {
            param([object[]]$Stage)
            foreach ($one in $Stage) {
                $machine = $null
                if ($one.PSObject.Properties['machine']) { $machine = $one.machine }
                @{ Shell = $one.shell; Machine = $machine }
            }
        }

        # The plan with the restart of IIS before everything else of its stage that does not have to come first.
        function Move-ScenarioRestart {
            param($Plan)
            $document = ConvertFrom-Json -InputObject $Plan.Json
            foreach ($stage in $document.stages) {
                $restart = @($stage.steps | Where-Object { $_.command.kind -eq 'Cmdlet' -and $_.command.name -eq 'Restart-Service' -and $_.command.parameters[0].value -eq 'W3SVC' })
                if ($restart.Count -eq 0) { continue }
                $numbers = @($stage.steps | ForEach-Object { [long]$_.number })
                $first = [array]::IndexOf($numbers, [long]($restart[0].follows | Measure-Object -Maximum).Maximum)
                $rest = @($stage.steps | Where-Object { $_.number -ne $restart[0].number })
                $stage.steps = @($rest | Select-Object -First ($first + 1)) + $restart + @($rest | Select-Object -Skip ($first + 1))
            }
            $file = New-TestFile -Name ([Guid]::NewGuid().ToString('N') + '.json') -Text (ConvertTo-Json -InputObject $document -Depth 20)
            return @{ File = $file; Stages = $document.stages }
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        Stop-SessionServer -Server $server
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'has no language and no other commands' -ForEach @($estates | Select-Object -First 1) {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $place = @($scenario.Places | Where-Object { $_.Shell -eq 'Exchange' })[0]
        Enter-Simulation -Directory $scenario.Simulation.Directory -Computer $place.Computer -Shell 'Exchange'
        $session = Get-ScenarioSession -Server $server -Directory $scenario.Simulation.Directory -Computer $place.Computer
        { Invoke-Command -Session $session -ScriptBlock { 1 + 1 } -ErrorAction Stop } | Should -Throw
        { Invoke-Command -Session $session -ScriptBlock { Get-Process } -ErrorAction Stop } | Should -Throw
        (Get-Command -Name 'Get-ExchangeServer').CommandType | Should -Be 'Function'
        $one = @(Get-ExchangeServer)[0]
        $one.PSObject.TypeNames[0] | Should -Be 'Deserialized.Microsoft.Exchange.Data.Directory.Management.ExchangeServer'
        [string]$one.AdminDisplayVersion | Should -BeLike 'Version 15.* (Build *)'
    }

    It 'goes from <Estate> to an estate that works, and back' -ForEach $estates {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $new = $scenario.Simulation
        $facts = @(Get-ScenarioFact -Scenario $scenario)
        $findings = @(Get-ScenarioFinding -Scenario $scenario -Fact $facts)
        Compare-Golden -Name ($Estate + '.findings') -Line @(Format-ScenarioFinding -Scenario $scenario -Finding $findings) | Should -BeNullOrEmpty
        $plan = Get-ScenarioPlan -Scenario $scenario -Fact $facts
        Compare-Golden -Name ($Estate + '.plan') -Line @(Format-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty

        Get-ScenarioTrouble @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        if ($new.Expect.repairable) { Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty }
        $hash = Get-SimulationHash -Directory $new.Directory
        @(Invoke-ScenarioPlan -Scenario $scenario -Plan $plan | Where-Object { $_.Status -eq 'Done' }) | Should -BeNullOrEmpty
        Get-SimulationHash -Directory $new.Directory | Should -Be $hash
        if ($new.Expect.repairable) {
            $after = @(Get-ScenarioFact -Scenario $scenario)
            Get-ScenarioFailure -Scenario $scenario -Fact $after | Should -BeNullOrEmpty
            (Get-ScenarioPlan -Scenario $scenario -Fact $after).Steps | Should -Be 0
        }

        Get-ScenarioTrouble @(Undo-ScenarioPlan -Scenario $scenario -Plan $plan) | Should -BeNullOrEmpty
        Get-ScenarioChange -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $new.Directory
    }

    It 'ends with a restart of IIS in the middle of <Estate>, and the rest is done in a new session: <name>' -ForEach @(
        foreach ($one in $restarting) { foreach ($name in 'commands', 'scripts') { $one + @{ name = $name } } }
    ) {
        $scenario = New-Scenario -Path $Path -Name $Estate
        $plan = Move-ScenarioRestart -Plan (Get-ScenarioPlan -Scenario $scenario)
        $stages = @(ConvertTo-ScenarioStage -Stage $plan.Stages)
        $opened = $server.Opened
        if ($name -eq 'commands') {
            $results = @(Invoke-ScenarioStage -Scenario $scenario -Stage $stages -Block {
                Invoke-UcPlan -PlanPath $plan.File -JournalPath $scenario.Journals -Confirm:$false 3> $null
            })
        } else {
            $files = @(Export-UcPlan -PlanPath $plan.File -Path (Join-Path $scenario.Folder 'scripts') -AsScript | Where-Object { $_.Extension -eq '.ps1' })
            $results = @(Invoke-WithoutModule {
                for ($i = 0; $i -lt $files.Count; $i++) {
                    Invoke-ScenarioStage -Scenario $scenario -Stage @($stages[$i]) -Block { & $files[$i].FullName -Force 3> $null }
                }
            })
        }
        Get-ScenarioTrouble $results | Should -BeNullOrEmpty
        @($results | Where-Object { $_.Title -like '*IIS*' -and $_.Status -eq 'Done' }) | Should -Not -BeNullOrEmpty
        $server.Opened | Should -BeGreaterThan $opened
        Get-ScenarioFault -Scenario $scenario | Should -BeNullOrEmpty
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}
