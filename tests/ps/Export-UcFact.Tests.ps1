# Files of facts: named after their origin, exact, and never replaced.
Describe 'Export-UcFact' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $time = New-Object System.DateTime 2026, 3, 1, 21, 0, 5, ([System.DateTimeKind]::Utc)
        function New-TestFact {
            param([string]$Computer = 'ex01.contoso.com', [string]$Type = 'UcIntegration.Fact')
            [pscustomobject]@{ PSTypeName = $Type; Computer = $Computer; Shell = 'Exchange'; Time = $time.ToLocalTime(); Sections = 1; Unknown = @(); Json = '{"a":"' + [char]0xe9 + '"}' }
        }
    }
    BeforeEach { $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8)) }
    It 'writes the document in UTF-8 without a byte order mark, under a name that tells its origin' {
        $file = New-TestFact | Export-UcFact -Path $folder
        $file | Should -BeOfType [System.IO.FileInfo]
        $file.FullName | Should -Be (Join-Path $folder 'facts-ex01.contoso.com-Exchange-20260301T210005Z.json')
        [BitConverter]::ToString([System.IO.File]::ReadAllBytes($file.FullName)) | Should -Be '7B-22-61-22-3A-22-C3-A9-22-7D'
    }
    It 'never replaces a file' {
        $file = New-TestFact | Export-UcFact -Path $folder
        [System.IO.File]::WriteAllText($file.FullName, 'mine')
        $errors = Get-TestError { New-TestFact | Export-UcFact -Path $folder }
        $errors[0].FullyQualifiedErrorId | Should -Be 'FactFileExists,Export-UcFact'
        [System.IO.File]::ReadAllText($file.FullName) | Should -Be 'mine'
    }
    It 'takes objects that came from another machine, and keeps them in the folder' {
        $file = Export-UcFact -Path $folder -Fact (New-TestFact -Computer '..\..\evil' -Type 'Deserialized.UcIntegration.Fact')
        $file.DirectoryName | Should -Be $folder
        $file.Name | Should -Be 'facts-.._.._evil-Exchange-20260301T210005Z.json'
    }
    It 'refuses what is no fact' {
        $errors = Get-TestError { 'text' | Export-UcFact -Path $folder }
        $errors[0].FullyQualifiedErrorId | Should -Be 'FactInvalid,Export-UcFact'
        Test-Path -LiteralPath $folder | Should -BeFalse
    }
    It 'with -WhatIf writes nothing' {
        New-TestFact | Export-UcFact -Path $folder -WhatIf | Should -BeNullOrEmpty
        Test-Path -LiteralPath $folder | Should -BeFalse
    }
    It 'collects first where it is given no facts' {
        $file = @(Export-UcFact -Path $folder)
        $file | Should -HaveCount 1
        [System.IO.File]::ReadAllText($file[0].FullName).StartsWith('{"schema":"uc-integration/facts/1"') | Should -BeTrue
    }
    It 'facts are shown as a table' {
        $text = New-TestFact | Out-String -Width 120
        $text | Should -Match 'Computer\s+Shell\s+Time\s+Sections\s+Unknown\s+Not answered'
    }
}
