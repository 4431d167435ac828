# What is asked before a step of a plan runs, and what a no means: by Invoke-UcPlan and Undo-UcPlan, and by the script of
# a plan. The answers are given to a process of its own. In a call, {0} are the parameters that name the plan and {1} is
# its script; `changed` says whether the Web.config is another one afterwards, `server` what its IMServerName is.
BeforeDiscovery {
    # The commands ask as real ones do.
    $asking = 'function global:Restart-WebAppPool { [CmdletBinding(SupportsShouldProcess = $true)] param($Name) if ($PSCmdlet.ShouldProcess($Name)) { $global:ucTestProduct.Recycled++ } }; '
    $ofModule = @(
        @{ name = 'Invoke-UcPlan asks before a step that interrupts users, and only there: no'
            call = 'Invoke-UcPlan {0}'; answer = 'N'; result = '1 Done, 2 Skipped'; product = 'False 0'; questions = 1; changed = $true }
        @{ name = 'Invoke-UcPlan asks before a step that interrupts users, and only there: yes'
            call = 'Invoke-UcPlan {0}'; answer = 'Y'; result = '1 Done, 2 Done, 3 Done'; product = 'True 1'; questions = 1; changed = $true }
        @{ name = 'Invoke-UcPlan goes on after a no that becomes a yes'
            call = 'Invoke-UcPlan {0}; Invoke-UcPlan {0}'; answer = 'NY'
            result = '1 Done, 2 Skipped, 1 AlreadyCompliant, 2 Done, 3 Done'; product = 'True 1'; questions = 2; changed = $true }
        @{ name = 'Invoke-UcPlan -Confirm:$false asks nothing'
            call = 'Invoke-UcPlan -Confirm:$false {0}'; answer = ''; result = '1 Done, 2 Done, 3 Done'; product = 'True 1'; questions = 0; changed = $true }
        @{ name = 'Undo-UcPlan asks before it repeats a step that interrupts users: no'
            call = '$null = Invoke-UcPlan -Confirm:$false {0}; Undo-UcPlan {0}'; answer = 'N'
            result = '3 Undone, 1 Undone, 2 Skipped'; product = 'False 1'; questions = 1; changed = $false }
        @{ name = 'Undo-UcPlan asks before it repeats a step that interrupts users: yes'
            call = '$null = Invoke-UcPlan -Confirm:$false {0}; Undo-UcPlan {0}'; answer = 'Y'
            result = '3 Undone, 1 Undone, 2 Undone'; product = 'False 2'; questions = 1; changed = $false }
        @{ name = 'Undo-UcPlan -Confirm asks for each step, and does nothing after a no'
            call = '$null = Invoke-UcPlan -Confirm:$false {0}; Undo-UcPlan -Confirm {0}'; answer = 'YN'
            result = '3 Undone, 1 Skipped'; product = 'False 1'; questions = 0; changed = $true; server = 'pool.contoso.com' }
    )
    $ofLanguage = @(
        @{ name = 'Invoke-UcPlan -Confirm asks for each step: no at the first'
            call = 'Invoke-UcPlan -Confirm {0}'; answer = 'N'; result = '1 Skipped'; product = 'False 0'; questions = 0; changed = $false; shown = 'Set the keys' }
        @{ name = 'Invoke-UcPlan -Confirm asks for each step: no at the last'
            call = 'Invoke-UcPlan -Confirm {0}'; answer = 'YYN'; result = '1 Done, 2 Done, 3 Skipped'; product = 'False 1'; questions = 1; changed = $true; shown = 'Set the keys' }
        @{ name = 'the script of a plan asks before a step that interrupts users: no'
            call = '& {1}'; answer = 'N'; result = '1 Done, 2 Skipped'; product = 'False 0'; questions = 1; changed = $true }
        @{ name = 'the script of a plan takes silence for a no'
            call = '& {1}'; answer = ' '; result = '1 Done, 2 Skipped'; product = 'False 0'; questions = 1; changed = $true }
        @{ name = 'the script of a plan asks before a step that interrupts users: yes'
            call = '& {1}'; answer = 'Y'; result = '1 Done, 2 Done, 3 Done'; product = 'True 1'; questions = 1; changed = $true }
        @{ name = 'the script of a plan asks once for each step with -Confirm, and no command asks again'
            call = $asking + '& {1} -Confirm'; answer = 'YYY'; result = '1 Done, 2 Done, 3 Done'; product = 'True 1'; questions = 1; changed = $true }
    )
    # What a script asks itself is answered in French too; the questions of -Confirm are PowerShell's.
    foreach ($one in $ofLanguage) { $one['own'] = $one.call -like '*{1}' }
}

Describe 'Asking before a step' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'PlanCommon.ps1')

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

        # The call of a case, on a plan and a product of its own, as a script.
        function New-AskingScript {
            param([hashtable]$Case, [hashtable]$Plan)
            $named = "-Path '{0}' -JournalPath '{1}'" -f $Plan.Path, $Plan.Journal
            $script = ''
            if ($Case.call -like '*{1}*') {
                $folder = Join-Path (Split-Path -Path $Plan.Path -Parent) 'scripts'
                $script = "'{0}'" -f @(Export-UcPlan -PlanPath $Plan.Path -Path $folder -AsScript | Where-Object { $_.Extension -eq '.ps1' })[0].FullName
            }
            return "Set-TestProduct
                `$given = @({0})
                'RESULT ' + (@(foreach (`$one in `$given) {{ '{{0}} {{1}}' -f `$one.Number, `$one.Status }}) -join ', ')
                'PRODUCT {{0}} {{1}}' -f `$global:ucTestProduct.Enabled, `$global:ucTestProduct.Recycled" -f $Case.call.Replace('{0}', $named).Replace('{1}', $script)
        }

        # Runs the calls of cases in one process that has the product, and answers their questions. Answers, by name of the
        # case, what was shown, the results, what the product went through and whether the file was changed.
        function Invoke-AskingCall {
            param([hashtable[]]$Case, [string]$Yes = 'Y')
            $plans = @(foreach ($one in $Case) { New-AskingPlan })
            $answers = foreach ($one in $Case) {
                $answer = $one.answer
                if ($one['own']) { $answer = $answer.Replace('Y', $Yes) }
                foreach ($sign in $answer.ToCharArray()) { ([string]$sign).Trim() + "`n" }
            }
            $start = ". '{0}'; Import-Module '{1}'" -f (Join-Path $PSScriptRoot 'PlanCommon.ps1'), $env:UC_TEST_MODULE
            $scripts = @(for ($i = 0; $i -lt $Case.Count; $i++) { New-AskingScript -Case $Case[$i] -Plan $plans[$i] })
            $shown = @(Invoke-TestSequence -Start $start -Script $scripts -InputText (@($answers) -join ''))
            $runs = @{}
            for ($i = 0; $i -lt $Case.Count; $i++) {
                $runs[$Case[$i].name] = @{
                    Shown     = $shown[$i]
                    # A long line is broken.
                    Questions = [regex]::Matches($shown[$i], 'Signs\s+users\s+out\.').Count
                    Result    = [regex]::Match($shown[$i], '(?m)^RESULT (.*?)\r?$').Groups[1].Value
                    Product   = [regex]::Match($shown[$i], '(?m)^PRODUCT (.*?)\r?$').Groups[1].Value
                    Changed   = (Get-TestHash $plans[$i].Web) -ne $plans[$i].Hash
                    Server    = Get-XmlValue -Path $plans[$i].Web -Key 'IMServerName'
                }
            }
            return $runs
        }

        function Assert-Asked {
            param([hashtable]$Case, [hashtable]$Run)
            $Run.Result | Should -Be $Case.result
            $Run.Product | Should -Be $Case.product
            $Run.Questions | Should -Be $Case.questions
            $Run.Changed | Should -Be $Case.changed
            if ($Case['server']) { $Run.Server | Should -Be $Case.server }
            if ($Case['shown']) { $Run.Shown.Contains($Case.shown) | Should -BeTrue }
        }
    }

    Context 'in every language alike' -ForEach @(@{ cases = $ofModule }) {
        BeforeAll { $runs = Invoke-AskingCall -Case $cases }
        It '<name>' -ForEach $ofModule { Assert-Asked -Case $_ -Run $runs[$name] }
    }
    Context 'in the words of a language' -Tag 'Language' -ForEach @(@{ cases = $ofLanguage }) {
        BeforeAll { $runs = Invoke-AskingCall -Case $cases -Yes $(if ($french) { 'O' } else { 'Y' }) }
        It '<name>' -ForEach $ofLanguage { Assert-Asked -Case $_ -Run $runs[$name] }
    }
}
