# The journal of plans: what a crash leaves of it, what damages it, and that it has one writer.
Describe 'Journal' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')

        function New-TestJournal {
            param([string]$Folder)
            Invoke-InModule {
                param($Folder)
                $journal = Open-UcJournal -Folder $Folder -Plan @{ id = 'abc'; text = '{}' } -Place @{ Computer = 'ex01' } -Shell 'Exchange'
                Add-UcJournalEntry -Journal $journal -Entry @{ event = 'Started'; number = 1 }
                Add-UcJournalEntry -Journal $journal -Entry @{ event = 'Done'; number = 1; backupId = 'b' }
                $journal.Stream.Close()
                $journal.File
            } @($Folder)
        }

        # The events in a journal after it was opened once more and got one more entry.
        function Get-TestEvent {
            param([string]$Folder)
            Invoke-InModule {
                param($Folder)
                $journal = Open-UcJournal -Folder $Folder -Plan @{ id = 'abc'; text = '{}' } -Place @{ Computer = 'ex01' } -Shell 'Exchange'
                Add-UcJournalEntry -Journal $journal -Entry @{ event = 'Failed'; number = 2 }
                $journal.Stream.Close()
                @(Read-UcJournal $journal.File | ForEach-Object { $_['event'] }) -join ' '
            } @($Folder)
        }
    }
    BeforeEach {
        $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
        $file = New-TestJournal $folder
    }

    It 'goes on after a crash at any byte' {
        $bytes = [System.IO.File]::ReadAllBytes($file)
        for ($length = 0; $length -le $bytes.Length; $length++) {
            [System.IO.File]::WriteAllBytes($file, [byte[]]@($bytes | Select-Object -First $length))
            $whole = @($bytes[0..([Math]::Max(0, $length - 1))] | Where-Object { $length -gt 0 -and $_ -eq 10 }).Count
            $expected = (@('Plan', 'Started', 'Done')[0..([Math]::Max(1, $whole) - 1)] + 'Failed') -join ' '
            Get-TestEvent $folder | Should -Be $expected
        }
    }

    It 'knows a step that is done again after it was taken back as not taken back' {
        $undone = Invoke-InModule {
            param($Folder)
            $plan = @{ id = 'abc'; text = '{}' }
            foreach ($event in 'Undone', 'Started', 'Done') {
                $journal = Open-UcJournal -Folder $Folder -Plan $plan -Place @{ Computer = 'ex01' } -Shell 'Exchange'
                Add-UcJournalEntry -Journal $journal -Entry @{ event = $event; number = 1 }
                $journal.Stream.Close()
                [bool](Get-UcJournalState -Folder $Folder -Plan $plan)[[long]1].Undone
            }
        } @($folder)
        $undone | Should -Be @($true, $false, $false)
    }

    It 'names the file and the line that cannot be read' {
        $lines = [System.IO.File]::ReadAllText($file).Replace('"event":"Started"', '"event":1')
        [System.IO.File]::WriteAllText($file, $lines)
        $message = ''
        try { Get-TestEvent $folder } catch { $message = $_.Exception.Message }
        $message | Should -BeLike "*$(Split-Path -Path $file -Leaf)*2*"
    }

    It 'counts entries of one time in the order in which they stand' {
        # The clock of old shells stands still for a while, and their Sort-Object mixes what is equal.
        function global:Sort-Object {
            param([object[]]$Property, [Parameter(ValueFromPipeline = $true)]$InputObject)
            begin { $all = New-Object System.Collections.ArrayList }
            process { $all.Insert(0, $InputObject) }
            end { $all | Microsoft.PowerShell.Utility\Sort-Object -Property $Property }
        }
        try {
            $text = [System.IO.File]::ReadAllText($file) -replace '"time":"[^"]*"', '"time":"2026-03-01T20:00:00.0000000Z"'
            [System.IO.File]::WriteAllText($file, $text)
            Invoke-InModule { param($Folder) (Get-UcJournalState -Folder $Folder -Plan @{ id = 'abc' })[[long]1].Event } @($folder) | Should -Be 'Done'
        } finally {
            Remove-Item -LiteralPath 'Function:\Sort-Object'
        }
    }

    # Only Windows keeps a second writer out of a file that others may read.
    It 'has one writer' -Tag 'Windows' {
        $stream = New-Object System.IO.FileStream $file, 'Open', 'ReadWrite', 'Read'
        try { { Get-TestEvent $folder } | Should -Throw } finally { $stream.Close() }
    }
}
