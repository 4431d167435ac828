# What the long commands show of their progress, read from the progress stream of a runspace of their own.
Describe 'Progress' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        . (Join-Path $PSScriptRoot 'PlanCommon.ps1')

        # The progress records of a script in a runspace that has the module and the product of PlanCommon.ps1.
        function Get-ProgressRecord {
            param([string]$Script)
            $shell = [powershell]::Create()
            try {
                [void]$shell.AddScript("Import-Module '$env:UC_TEST_MODULE'; . '$(Join-Path $PSScriptRoot 'PlanCommon.ps1')'; Set-TestProduct; " + $Script)
                [void]$shell.Invoke()
                @($shell.Streams.Progress)
            } finally {
                $shell.Dispose()
            }
        }

        # How far each record says the work is; -1 is a record that does not say.
        function Get-ProgressPercent {
            param([object[]]$Record)
            return @($Record | Where-Object { [string]$_.RecordType -eq 'Processing' } | ForEach-Object { $_.PercentComplete })
        }
    }

    It 'Get-UcFact shows what it asks and how far it is' {
        $records = @(Get-ProgressRecord 'Get-UcFact -Shell Local')
        $questions = @(Invoke-InModule { $script:UcSections } | Where-Object { $_.Group -eq 'machine' } | ForEach-Object { $_.Text })
        $shown = @($records | Where-Object { [string]$_.RecordType -eq 'Processing' } | ForEach-Object { $_.StatusDescription })
        $shown | Should -Be $questions
        $percent = Get-ProgressPercent $records
        $percent[0] | Should -Be 0
        @($percent | Sort-Object) | Should -Be $percent
        $percent[-1] | Should -BeLessThan 101
        [string]$records[-1].RecordType | Should -Be 'Completed'
    }

    It '<command> shows each step and how far it is' -ForEach @(
        @{ command = 'Invoke-UcPlan'; before = ''; numbers = 1, 2, 3 }
        @{ command = 'Undo-UcPlan'; before = 'Invoke-UcPlan'; numbers = 2, 1, 3 }
    ) {
        $plan = New-TestPlan
        $document = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($plan.Path))
        $titles = @($document.stages[0].steps | ForEach-Object { $_.title })
        $call = " -Path '$($plan.Path)' -JournalPath '$($plan.Journal)' -Confirm:`$false; "
        $script = $command + $call
        if ($before) { $script = $before + $call + $script }
        $records = @(Get-ProgressRecord $script | Where-Object { $_.Activity -like ('*' + $document.id) })
        $own = @($records | Where-Object { $_.Activity -eq $records[-1].Activity })
        @($own | Where-Object { [string]$_.RecordType -eq 'Processing' } | ForEach-Object { $_.StatusDescription }) | Should -Be @($numbers | ForEach-Object { $titles[$_ - 1] })
        [string]$own[-1].RecordType | Should -Be 'Completed'
    }
}
