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
    It 'tells wrong values and keys without effect by name and line, and they do not count with -Quiet' {
        $mark = [char]0x200e
        $path = New-TestConfig -Content ("<add key=`"IMCertificateThumbprint`" value=`"${mark}ea 5a 33 24 96 cc 05 da 69 b7 5b 66 11 1c 0f 78 a1 10 d2 2d`" />`r`n    <!-- <add key=`"IMServerName`" value=`"lync.contoso.com`" /> -->")
        $problems = @(Test-UcConfig -Path $path)
        @($problems | ForEach-Object { $_.Code }) | Should -Be 'ThumbprintInvisible', 'ThumbprintBlanks', 'ThumbprintLowerCase', 'KeyInComment'
        @($problems | ForEach-Object { $_.Severity }) | Should -Be 'Warning', 'Information', 'Information', 'Warning'
        @($problems | ForEach-Object { $_.Line }) | Should -Be 4, 4, 4, 5
        $problems[0].Message | Should -BeLike '*IMCertificateThumbprint*U+200E*'
        Test-UcConfig -Path $path -Quiet | Should -Be $true
    }
    It 'tells a fault that no editor shows: <name>' -ForEach @(
        @{ name = 'two byte order marks'; bytes = 0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf; at = 'Start'; says = '*U+FEFF*' }
        @{ name = 'zero bytes at the end'; bytes = 0, 0, 0, 0; at = 'End'; says = '*zero bytes*', '*octets nuls*' }
    ) {
        $text = [System.Text.Encoding]::UTF8.GetBytes('<configuration><appSettings /></configuration>')
        $path = New-TestFile -Text ''
        $all = if ($at -eq 'Start') { [byte[]]$bytes + $text } else { $text + [byte[]]$bytes }
        [System.IO.File]::WriteAllBytes($path, [byte[]]$all)
        $problem = @(Test-UcConfig -Path $path)
        $problem | Should -HaveCount 1
        $problem[0].Code | Should -Be 'XmlMalformed'
        $message = $problem[0].Message
        @($says | Where-Object { $message -like $_ }) | Should -Not -BeNullOrEmpty
        (Get-TestError { Set-UcAppSetting -Path $path -Key a -Value b -NoBackup })[0].FullyQualifiedErrorId | Should -Be 'XmlMalformed,Set-UcAppSetting'
    }
    It 'compares with facts what the file names' {
        $time = '2026-03-01T21:00:00Z'
        $document = '{"schema":"uc-integration/facts/1","collected":{"time":"' + $time + '","computer":"fe01.contoso.com","shell":"Lync"},"lync":{"pools":{"command":"Get-CsPool","time":"' + $time + '","values":[{"fqdn":"pool.contoso.com","services":["Registrar:pool.contoso.com"],"computers":["fe01.contoso.com"]}]}}}'
        $fact = New-TestFile -Name 'facts-lync.json' -Text $document
        $path = New-TestConfig -Content '<add key="IMServerName" value="fe01.contoso.com" />'
        @(Test-UcConfig -Path $path) | Should -HaveCount 0
        $problem = @(Test-UcConfig -Path $path -Fact $fact)
        @($problem | ForEach-Object { $_.Code }) | Should -Be 'PoolNotFound'
        $problem[0].Hint | Should -BeLike '*pool.contoso.com*'
        $right = New-TestConfig -Content '<add key="IMServerName" value="POOL.contoso.com" />'
        @(Get-Item -LiteralPath $right | Test-UcConfig -Fact (Get-Item -LiteralPath $fact)) | Should -HaveCount 0
    }
    It 'fails for facts that are none, and for a file of facts that is missing' {
        $bad = New-TestFile -Name 'facts-bad.json' -Text '{'
        (Get-TestError { Test-UcConfig -Path $good -Fact $bad })[0].FullyQualifiedErrorId | Should -Be 'FactsNotJson,Test-UcConfig'
        @(Get-TestError { Test-UcConfig -Path $good -Fact (Join-Path $TestDrive 'nix.json') }) | Should -HaveCount 1
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
