# What is asked before a step of a plan runs, and what a no means: by Invoke-UcPlan and Undo-UcPlan, and by the script of
# a plan. Each test answers in a process of its own.
Describe 'Asking before a step' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'PlanCommon.ps1')
        # A long line is broken.
        $interruption = 'Signs\s+users\s+out\.'

        # The plan with the recycle, which interrupts users, in the place before the last.
        function New-AskingPlan {
            $plan = New-TestPlan
            $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
            $stage = $document.stages[0]
            $stage.steps = @($stage.steps[0], $stage.steps[2], $stage.steps[1])
            $stage.steps[1].number = 2
            $stage.steps[2].number = 3
            [System.IO.File]::WriteAllText($plan.Path, (ConvertTo-Json -InputObject $document -Depth 12))
            return $plan
        }

        # Runs a call in a process that has the product, and answers its questions. Answers what it showed, the results and
        # what the product went through.
        function Invoke-AskingCall {
            param([string]$Call, [string]$Answer)
            $run = Invoke-TestProcess -InputText $Answer -Script ("
                . '{0}'
                Import-Module '{1}'
                Set-TestProduct
                `$given = @({2})
                'RESULT ' + (@(foreach (`$one in `$given) {{ '{{0}} {{1}}' -f `$one.Number, `$one.Status }}) -join ', ')
                'PRODUCT {{0}} {{1}}' -f `$global:ucTestProduct.Enabled, `$global:ucTestProduct.Recycled
                " -f (Join-Path $PSScriptRoot 'PlanCommon.ps1'), $env:UC_TEST_MODULE, $Call)
            return @{
                Shown     = $run.Output
                Questions = [regex]::Matches($run.Output, $interruption).Count
                Result    = [regex]::Match($run.Output, '(?m)^RESULT (.*?)\r?$').Groups[1].Value
                Product   = [regex]::Match($run.Output, '(?m)^PRODUCT (.*?)\r?$').Groups[1].Value
            }
        }

        # How a plan is named in a call.
        function Format-AskingPlan {
            param([hashtable]$Plan)
            return "-Path '{0}' -JournalPath '{1}'" -f $Plan.Path, $Plan.Journal
        }
    }
    BeforeEach { $plan = New-AskingPlan }

    It 'Invoke-UcPlan asks before a step that interrupts users, and only there: <name>' -ForEach @(
        @{ name = 'no'; answer = "N`n"; result = '1 Done, 2 Skipped'; product = 'False 0' }
        @{ name = 'yes'; answer = "Y`n"; result = '1 Done, 2 Done, 3 Done'; product = 'True 1' }
    ) {
        $run = Invoke-AskingCall -Call ('Invoke-UcPlan ' + (Format-AskingPlan $plan)) -Answer $answer
        $run.Result | Should -Be $result
        $run.Product | Should -Be $product
        $run.Questions | Should -Be 1
    }

    It 'Invoke-UcPlan goes on after a no that becomes a yes' {
        $call = 'Invoke-UcPlan ' + (Format-AskingPlan $plan)
        (Invoke-AskingCall -Call $call -Answer "N`n").Result | Should -Be '1 Done, 2 Skipped'
        (Invoke-AskingCall -Call $call -Answer "Y`n").Result | Should -Be '1 AlreadyCompliant, 2 Done, 3 Done'
    }

    It 'Invoke-UcPlan -Confirm asks for each step: <name>' -Tag 'Language' -ForEach @(
        @{ name = 'no at the first'; answer = "N`n"; result = '1 Skipped'; product = 'False 0'; changed = $false }
        @{ name = 'no at the last'; answer = "Y`nY`nN`n"; result = '1 Done, 2 Done, 3 Skipped'; product = 'False 1'; changed = $true }
    ) {
        $run = Invoke-AskingCall -Call ('Invoke-UcPlan -Confirm ' + (Format-AskingPlan $plan)) -Answer $answer
        $run.Result | Should -Be $result
        $run.Product | Should -Be $product
        $run.Shown.Contains('Set the keys') | Should -BeTrue
        ((Get-TestHash $plan.Web) -ne $plan.Hash) | Should -Be $changed
    }

    It 'Invoke-UcPlan -Confirm:$false asks nothing' {
        $run = Invoke-AskingCall -Call ('Invoke-UcPlan -Confirm:$false ' + (Format-AskingPlan $plan)) -Answer ''
        $run.Result | Should -Be '1 Done, 2 Done, 3 Done'
        $run.Questions | Should -Be 0
    }

    It 'Undo-UcPlan asks before it repeats a step that interrupts users: <name>' -ForEach @(
        @{ name = 'no'; answer = "N`n"; result = '3 Undone, 1 Undone, 2 Skipped'; product = 'False 1' }
        @{ name = 'yes'; answer = "Y`n"; result = '3 Undone, 1 Undone, 2 Undone'; product = 'False 2' }
    ) {
        $named = Format-AskingPlan $plan
        $run = Invoke-AskingCall -Call "`$null = Invoke-UcPlan -Confirm:`$false $named; Undo-UcPlan $named" -Answer $answer
        $run.Result | Should -Be $result
        $run.Product | Should -Be $product
        $run.Questions | Should -Be 1
        Get-TestHash $plan.Web | Should -Be $plan.Hash
    }

    It 'Undo-UcPlan -Confirm asks for each step, and does nothing after a no' {
        $named = Format-AskingPlan $plan
        $run = Invoke-AskingCall -Call "`$null = Invoke-UcPlan -Confirm:`$false $named; Undo-UcPlan -Confirm $named" -Answer "Y`nN`n"
        $run.Result | Should -Be '3 Undone, 1 Skipped'
        $run.Product | Should -Be 'False 1'
        Get-XmlValue -Path $plan.Web -Key 'IMServerName' | Should -Be 'pool.contoso.com'
    }

    It 'the script of a plan asks before a step that interrupts users, and takes silence for a no: <name>' -Tag 'Language' -ForEach @(
        @{ name = 'no'; answer = "N`n"; result = '1 Done, 2 Skipped'; product = 'False 0' }
        @{ name = 'only Enter'; answer = "`n"; result = '1 Done, 2 Skipped'; product = 'False 0' }
        @{ name = 'yes'; answer = "Y`n"; result = '1 Done, 2 Done, 3 Done'; product = 'True 1' }
    ) {
        # French offers Oui and Non.
        if ($french) { $answer = $answer.Replace('Y', 'O') }
        $folder = Join-Path (Split-Path -Path $plan.Path -Parent) 'scripts'
        $script = @(Export-UcPlan -PlanPath $plan.Path -Path $folder -AsScript | Where-Object { $_.Extension -eq '.ps1' })[0].FullName
        $run = Invoke-AskingCall -Call "& '$script'" -Answer $answer
        $run.Result | Should -Be $result
        $run.Product | Should -Be $product
        $run.Questions | Should -Be 1
    }

    It 'the script of a plan asks once for each step with -Confirm, and no command asks again' -Tag 'Language' {
        $folder = Join-Path (Split-Path -Path $plan.Path -Parent) 'scripts'
        $script = @(Export-UcPlan -PlanPath $plan.Path -Path $folder -AsScript | Where-Object { $_.Extension -eq '.ps1' })[0].FullName
        # The commands ask as real ones do.
        $asking = 'function global:Restart-WebAppPool { [CmdletBinding(SupportsShouldProcess = $true)] param($Name) if ($PSCmdlet.ShouldProcess($Name)) { $global:ucTestProduct.Recycled++ } }'
        $run = Invoke-AskingCall -Call "$asking; & '$script' -Confirm" -Answer "Y`nY`nY`n"
        $run.Result | Should -Be '1 Done, 2 Done, 3 Done'
        $run.Product | Should -Be 'True 1'
        $run.Questions | Should -Be 1
    }
}
