# Reports: one page in the language asked for, never over a file that is there, and no name that becomes markup.
Describe 'Export-UcReport' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $now = New-Object System.DateTime 2026, 3, 1, 21, 0, 5, ([System.DateTimeKind]::Utc)
        function New-TestFact {
            param([string]$Server = 'EX01')
            $collected = '"collected":{"time":"2026-03-01T21:00:00Z","computer":"ex01.contoso.com","shell":"Exchange"}'
            $servers = '"servers":{"command":"Get-ExchangeServer","time":"2026-03-01T21:00:00Z","values":[{"name":"' + $Server + '","version":"Version 15.1 (Build 2507.6)"}]}'
            $policies = '"owaMailboxPolicies":{"command":"Get-OwaMailboxPolicy","time":"2026-03-01T21:00:00Z","values":[{"identity":"Default","instantMessagingEnabled":false,"instantMessagingType":"Ocs"}]}'
            $json = '{"schema":"uc-integration/facts/1",' + $collected + ',"exchange":{' + $servers + ',' + $policies + '}}'
            [pscustomobject]@{ PSTypeName = 'UcIntegration.Fact'; Computer = 'ex01.contoso.com'; Shell = 'Exchange'; Time = $now.ToLocalTime(); Sections = 2; Unknown = @(); Json = $json }
        }
    }
    BeforeEach { $path = Join-Path (Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))) 'report.html' }
    It 'writes one page in UTF-8 without a byte order mark, and puts out its file' {
        $file = New-TestFact | Export-UcReport -Path $path -Now $now -Culture en-US
        $file | Should -BeOfType [System.IO.FileInfo]
        $file.FullName | Should -Be $path
        $bytes = [System.IO.File]::ReadAllBytes($path)
        $bytes[0] | Should -Be 0x3c
        $text = [System.Text.Encoding]::UTF8.GetString($bytes)
        $text.Contains('<html lang="en">') | Should -BeTrue
        $text.Contains('OWA-POLICY-IM') | Should -BeTrue
        $text.Contains('id="plan"') | Should -BeTrue
        $text.Contains('Does not work') | Should -BeTrue
    }
    It 'is in the language asked for, or in that of the session' {
        [void](New-TestFact | Export-UcReport -Path $path -Now $now -Culture fr-FR)
        [System.IO.File]::ReadAllText($path).Contains('<html lang="fr">') | Should -BeTrue
        [void](New-TestFact | Export-UcReport -Path $path -Now $now -Force)
        $session = (Get-UICulture).TwoLetterISOLanguageName
        [System.IO.File]::ReadAllText($path).Contains('<html lang="' + $session + '">') | Should -BeTrue
    }
    It 'has the title that it is given, as text, and no plan where none is wanted' {
        [void](New-TestFact -Server '<script>' | Export-UcReport -Path $path -Now $now -Title 'Change <4711> & more' -NoPlan)
        $text = [System.IO.File]::ReadAllText($path)
        $text.Contains('<title>Change &lt;4711&gt; &amp; more</title>') | Should -BeTrue
        $text.Contains('<script') | Should -BeFalse
        $text.Contains('id="plan"') | Should -BeFalse
    }
    It 'never replaces a file unless it is told to' {
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($path))
        [System.IO.File]::WriteAllText($path, 'mine')
        $errors = Get-TestError { New-TestFact | Export-UcReport -Path $path -Now $now }
        $errors[0].FullyQualifiedErrorId | Should -Be 'ReportFileExists,Export-UcReport'
        [System.IO.File]::ReadAllText($path) | Should -Be 'mine'
        [void](New-TestFact | Export-UcReport -Path $path -Now $now -Force)
        [System.IO.File]::ReadAllText($path) | Should -Match '^<!DOCTYPE html>'
    }
    It 'with -WhatIf writes nothing' {
        New-TestFact | Export-UcReport -Path $path -Now $now -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $path | Should -BeFalse
    }
    It 'refuses facts that are none, and writes nothing' {
        $fact = New-TestFact
        $fact.Json = '{'
        { $fact | Export-UcReport -Path $path -Now $now } | Should -Throw -ErrorId 'FactsNotJson,Export-UcReport'
        Test-Path -LiteralPath $path | Should -BeFalse
    }
}
