Describe 'Test-UcConfig' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $good = New-TestConfig
        $broken = New-TestFile -Name 'broken.config' -Text "<configuration>`n  <appSettings>`n    <add key=`"a`" value=x />`n</configuration>"
        $twice = New-TestConfig -Content "<add key=`"a`" value=`"1`" />`r`n    <add key=`"A`" value=`"2`" />"
    }
    It 'gives nothing for a file without problems' {
        @(Test-UcConfig -Path $good) | Should -HaveCount 0
        Test-UcConfig -Path $good -Quiet | Should -Be $true
    }
    It 'gives a malformed file as one problem, not as an error' {
        $errors = Get-TestError { $script:problem = @(Test-UcConfig -Path $broken) }
        $errors | Should -BeNullOrEmpty
        $problem | Should -HaveCount 1
        $problem[0].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.ConfigProblem'
        $problem[0].Severity | Should -Be 'Error'
        $problem[0].Code | Should -Be 'XmlMalformed'
        $problem[0].Path | Should -Be $broken
        $problem[0].Line | Should -Be 3
        $problem[0].Column | Should -BeGreaterThan 1
        $problem[0].Message | Should -Not -BeNullOrEmpty
        $problem[0].Hint | Should -Not -BeNullOrEmpty
        Test-UcConfig -Path $broken -Quiet | Should -Be $false
    }
    It 'gives warnings with their place, and they do not count with -Quiet' {
        $problem = Test-UcConfig -Path $twice
        $problem.Severity | Should -Be 'Warning'
        $problem.Code | Should -Be 'DuplicateKey'
        $problem.Line | Should -BeIn 4, 5
        Test-UcConfig -Path $twice -Quiet | Should -Be $true
    }
    It 'finds what .NET refuses: <code>' -ForEach @(
        @{ code = 'UnexpectedRoot'; text = '<web />' }
        @{ code = 'DtdForbidden'; text = '<!DOCTYPE configuration><configuration />' }
        @{ code = 'SectionDuplicated'; text = '<configuration><appSettings /><appSettings /></configuration>' }
    ) {
        $path = New-TestFile -Text $text
        @(Test-UcConfig -Path $path | Where-Object { $_.Severity -eq 'Error' } | ForEach-Object { $_.Code }) | Should -Contain $code
        Test-UcConfig -Path $path -Quiet | Should -Be $false
    }
    It 'fails for a file that is missing' {
        $errors = Get-TestError { $script:answer = Test-UcConfig -Path (Join-Path $TestDrive 'nix.config') -Quiet }
        $errors[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,Test-UcConfig'
        $answer | Should -Be $false
    }
    It 'takes many files from the pipeline and answers for each' {
        @($good, $broken, $twice | Test-UcConfig -Quiet) | Should -Be $true, $false, $true
        @(Get-Item -LiteralPath $good, $broken | Test-UcConfig).Count | Should -Be 1
    }
    It 'is shown as a table by file' {
        Test-UcConfig -Path $broken | Out-String -Width 150 | Should -Match 'Severity\s+Line\s+Column\s+Code\s+Message'
    }
}
