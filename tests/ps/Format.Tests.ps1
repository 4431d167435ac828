# How findings, rules, plans and results look in a window of 120 columns: nothing that tells what is meant may be cut off.
Describe 'Views in 120 columns' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $rules = @(Get-UcRule)
        $longest = @($rules | Sort-Object -Property { $_.Id.Length } | Select-Object -Last 3 | ForEach-Object { $_.Id })
        $name = 'a-mailbox-server-with-a-long-name.department.contoso.example'
        $sentence = 'The first word stands here, then come many more, and after all of these it ends with the word omega'

        # What a window of 120 columns shows.
        function Get-TestView {
            param([object[]]$InputObject)
            return $InputObject | Out-String -Width 120
        }

        # What is wrong with a view: a line that is too long, or a text of which it does not show all. Texts are wrapped within
        # their column, so only their words are looked for.
        function Get-ViewProblem {
            param([string]$View, [string[]]$Whole, [string]$Words = '')
            foreach ($line in ($View -split "`r?`n")) { if ($line.TrimEnd().Length -gt 120) { 'too long: ' + $line } }
            foreach ($text in $Whole) { if (-not $View.Contains($text)) { 'cut: ' + $text } }
            foreach ($word in ($Words -split ' ')) { if (-not $View.Contains($word)) { 'cut: ' + $word } }
        }
    }
    It 'a finding of <status> shows status, severity, the whole id and all words' -ForEach @(
        @{ status = 'NotApplicable' }, @{ status = 'Unknown' }, @{ status = 'Manual' }, @{ status = 'Fail' }
    ) {
        foreach ($id in $longest) {
            $view = Get-TestView ([pscustomobject]@{ PSTypeName = 'UcIntegration.Finding'; Status = $status; Severity = 'Warning'; Rule = $id; Target = $name; Message = $sentence })
            Get-ViewProblem -View $view -Whole $status, 'Warning', $id -Words $sentence | Should -BeNullOrEmpty
        }
    }
    It 'every rule shows its whole id and title' {
        foreach ($rule in $rules) {
            Get-ViewProblem -View (Get-TestView $rule) -Whole $rule.Id, $rule.Kind, $rule.Severity -Words $rule.Title | Should -BeNullOrEmpty
        }
    }
    It 'a result of <status> shows status and all words' -ForEach @(
        @{ status = 'AlreadyCompliant' }, @{ status = 'Unverified' }, @{ status = 'Waiting' }, @{ status = 'Skipped' }, @{ status = 'Drifted' }
    ) {
        $view = Get-TestView ([pscustomobject]@{ PSTypeName = 'UcIntegration.StepResult'; Number = 1234; Status = $status; Shell = 'Exchange'; Machine = $name; Title = 'Alpha beta'; Message = $sentence })
        Get-ViewProblem -View $view -Whole '1234', $status, 'Exchange', 'Alpha beta' -Words $sentence | Should -BeNullOrEmpty
    }
    It 'a plan shows its stages, steps and what is open, with whole ids' {
        $step = [pscustomobject]@{ PSTypeName = 'UcIntegration.PlanStep'; Number = 17; Rule = $longest[-1]; Title = $sentence }
        $stage = [pscustomobject]@{ PSTypeName = 'UcIntegration.PlanStage'; Number = 2; Shell = 'Exchange'; Machine = $name; Steps = @($step) }
        $open = [pscustomobject]@{ PSTypeName = 'UcIntegration.PlanUnresolved'; Rule = $longest[0]; Target = $name; Message = $sentence }
        $plan = [pscustomobject]@{ PSTypeName = 'UcIntegration.Plan'; Id = '0123456789abcdef'; CreatedAt = '2026-03-01T21:00:00Z'; Stages = @($stage); Steps = 1; Unresolved = @($open) }
        Get-ViewProblem -View (Get-TestView $plan) -Whole $plan.Id, $plan.CreatedAt, '17.', $longest[-1], $longest[0], 'Exchange', $name -Words $sentence | Should -BeNullOrEmpty
        Get-ViewProblem -View (Get-TestView $step) -Whole '17', $longest[-1] -Words $sentence | Should -BeNullOrEmpty
        Get-ViewProblem -View (Get-TestView $open) -Whole $longest[0] -Words $sentence | Should -BeNullOrEmpty
    }
}
