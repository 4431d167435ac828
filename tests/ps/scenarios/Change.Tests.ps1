# The example for a change board, played in the simulated shells: from facts of both shells to the proof, with the exit
# codes that its page promises, and what it refuses. The scripts are those of examples/change-board, as they are.
. (Join-Path $PSScriptRoot 'Case.ps1')
$skip = -not (Test-ScenarioReference)
$estates = @(Select-ScenarioCase -Case @(@{ Estate = 'update-wiped-2013' }))

Describe 'The example for a change board' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot '../Common.ps1')
        . (Join-Path $PSScriptRoot 'Scenario.ps1')
        $example = Join-Path $PSScriptRoot '../../../examples/change-board'
        # The scripts load the module by its name.
        $modulePath = $env:PSModulePath
        $env:PSModulePath = (Split-Path -Path $moduleFolder -Parent) + [System.IO.Path]::PathSeparator + $modulePath

        function New-TestChange {
            param([string]$Estate)
            $scenario = New-Scenario -Path (Join-Path $PSScriptRoot "../estates/$Estate.json") -Name $Estate
            $scenario['Change'] = Join-Path $scenario.Folder 'CHG-1234'
            return $scenario
        }

        # Step 1 of the page: files of facts from every shell, in a folder of their own; answers the pattern of their names.
        function Export-TestFact {
            param([hashtable]$Scenario, [string]$Name)
            $folder = Join-Path $Scenario.Folder $Name
            [void](New-Item -ItemType Directory -Path $folder)
            Connect-Simulation
            foreach ($place in $Scenario.Places) {
                Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $place.Computer -Shell $place.Shell
                [void](Get-UcFact -AllUsers -WarningAction SilentlyContinue | Export-UcFact -Path $folder)
            }
            Exit-Simulation
            return Join-Path $folder 'facts-*.json'
        }

        function Invoke-Prepare {
            param([hashtable]$Scenario, [string]$Fact)
            & (Join-Path $example 'Prepare-Change.ps1') -Fact $Fact -Path $Scenario.Change -WarningAction SilentlyContinue
        }

        # The exit code of the proof, and the lines of its page.
        function Invoke-Confirm {
            param([hashtable]$Scenario, [string]$Fact)
            $global:LASTEXITCODE = -1
            $file = & (Join-Path $example 'Confirm-Change.ps1') -Path $Scenario.Change -Fact $Fact
            return @{ Code = $global:LASTEXITCODE; Line = @([System.IO.File]::ReadAllLines($file.FullName)) }
        }

        # Step 4 of the page, in the place of each stage.
        function Invoke-TestApply {
            param([hashtable]$Scenario, [string]$Path, [switch]$WhatIf)
            $stages = @(ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($Path))).stages
            $stages = @($stages | ForEach-Object { @{ Shell = $_.shell; Machine = $_.machine } })
            $journal = Join-Path $Scenario.Change 'journal'
            Invoke-ScenarioStage -Scenario $Scenario -Stage $stages -Block { Invoke-UcPlan -PlanPath $Path -JournalPath $journal -Confirm:$false -WhatIf:$WhatIf }
        }

        function Get-TestStatus {
            param([object[]]$Result)
            return @($Result | ForEach-Object { $_.Status } | Sort-Object -Unique) -join ' '
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll {
        $env:PSModulePath = $modulePath
        Disconnect-Simulation
        Remove-Module -Name Simulation
    }

    It 'goes from facts to the proof of <Estate>' -ForEach $estates {
        $scenario = New-TestChange -Estate $Estate
        $directory = $scenario.Simulation.Directory
        $summary = Invoke-Prepare -Scenario $scenario -Fact (Export-TestFact -Scenario $scenario -Name 'before')
        Compare-SimulationStart -Directory $directory | Should -BeNullOrEmpty
        $papers = @(Get-ChildItem -LiteralPath $scenario.Change | ForEach-Object { $_.Name })
        foreach ($name in 'report.html', 'findings.html', 'findings.csv', 'facts', 'requested.json') { $papers | Should -Contain $name }
        @($papers -like '*.ps1').Count | Should -Be 1

        # What is approved: the id, the hash of the file, and the sentence about users.
        $plan = @(Get-ChildItem -Path (Join-Path $scenario.Change 'plan-*.json'))[0]
        $lines = @([System.IO.File]::ReadAllLines($summary.FullName))
        $lines[0] | Should -Match ('^Plan ' + $plan.BaseName.Substring('plan-'.Length) + '\b')
        @($lines -like ('{0}  {1}' -f (Get-TestHash -Path $plan.FullName), $plan.Name)).Count | Should -Be 1
        @($lines -like '*Users notice: ?*').Count | Should -Be 1

        # Facts that were collected again before anything was done prove that it still fails.
        $proof = Invoke-Confirm -Scenario $scenario -Fact (Export-TestFact -Scenario $scenario -Name 'still')
        $proof.Code | Should -Be 1
        $proof.Line[0] | Should -BeLike 'NOT PROVEN: something fails*'
        @($proof.Line -like '*`[OWA-WEBCONFIG-KEYS`]*').Count | Should -Be 1

        Get-TestStatus @(Invoke-TestApply -Scenario $scenario -Path $plan.FullName -WhatIf) | Should -Be 'WhatIf'
        Compare-SimulationStart -Directory $directory | Should -BeNullOrEmpty
        Get-TestStatus @(Invoke-TestApply -Scenario $scenario -Path $plan.FullName) | Should -Be 'Done'
        @(Get-ChildItem -LiteralPath (Join-Path $scenario.Change 'journal')).Count | Should -BeGreaterThan 0

        $after = Export-TestFact -Scenario $scenario -Name 'after'
        $proof = Invoke-Confirm -Scenario $scenario -Fact $after
        $proof.Line[0] | Should -BeLike 'PROVEN:*'
        $proof.Code | Should -Be 0
        @($proof.Line -like '*FAILS NOW: 0').Count | Should -Be 1
        @($proof.Line -like '*OWA-VERIFY-PRESENCE*').Count | Should -Be 1

        # Nothing fails in half of the facts, but they do not prove it.
        $proof = Invoke-Confirm -Scenario $scenario -Fact $after.Replace('facts-*', 'facts-*-Exchange-*')
        $proof.Code | Should -Be 2
        $proof.Line[0] | Should -BeLike 'NOT PROVEN: nothing fails*'
        Remove-Simulation -Directory $directory
    }

    It 'refuses what would prove nothing about <Estate>, and a folder that is there' -ForEach $estates {
        $scenario = New-TestChange -Estate $Estate
        $earlier = Export-TestFact -Scenario $scenario -Name 'earlier'
        $before = Export-TestFact -Scenario $scenario -Name 'before'
        $none = Join-Path $scenario.Folder 'nothing-*.json'
        { Invoke-Prepare -Scenario $scenario -Fact $none } | Should -Throw -ExpectedMessage 'No file of facts*'
        Remove-Item -LiteralPath $scenario.Change -Recurse
        [void](Invoke-Prepare -Scenario $scenario -Fact $before)
        { Invoke-Prepare -Scenario $scenario -Fact $before } | Should -Throw -ExpectedMessage '*exists already*'
        # The same files, and others that are older still.
        foreach ($old in $before, $earlier) { { Invoke-Confirm -Scenario $scenario -Fact $old } | Should -Throw -ExpectedMessage '*collected before the change*' }
        { Invoke-Confirm -Scenario $scenario -Fact $none } | Should -Throw -ExpectedMessage 'No file of facts*'
        $other = New-TestFile -Name 'facts-other.json' -Text '{"schema":"other"}'
        { Invoke-Confirm -Scenario $scenario -Fact $other } | Should -Throw -ExpectedMessage '*not a file of facts*'
        Join-Path $scenario.Change 'proof.txt' | Should -Not -Exist
        Remove-Simulation -Directory $scenario.Simulation.Directory
    }
}
