# That run.ps1 fails when it should, and which tests carry the tags that it knows.
$files = @(Get-ChildItem -LiteralPath $PSScriptRoot, (Join-Path $PSScriptRoot 'scenarios') -Filter '*.Tests.ps1' | Where-Object { $_.Name -ne 'Runner.Tests.ps1' } |
    ForEach-Object { @{ name = $_.Name; file = $_.FullName } })
$cases = @(
    @{ what = 'what passes, fails and is skipped'; argument = ''; says = '1: 1 passed, 1 failed, 1 skipped'
        text = "Describe 'a' { It 'b' { 1 | Should -Be 1 }; It 'c' { 1 | Should -Be 2 }; It 'd' { Set-ItResult -Skipped -Because 'of a reason' } }" }
    @{ what = 'a file without tests'; argument = ''; says = '1: 0 passed, 1 failed, 0 skipped'; text = '# nothing' }
    @{ what = 'a file that cannot be read'; argument = ''; says = '1: 0 passed, 1 failed, 0 skipped'; text = "Describe 'a' { It 'b' {" }
    @{ what = 'a block that cannot be prepared, and its test'; argument = ''; says = '1: 0 passed, 2 failed, 0 skipped'; text = "Describe 'a' { BeforeAll { throw 'no' }; It 'b' { } }" }
    @{ what = 'a filter that matches no test'; argument = "-Filter 'nothing like this'"; says = '1: 0 passed, 1 failed, 0 skipped'; text = "Describe 'a' { It 'b' { } }" }
    @{ what = 'a filter that matches one'; argument = "-Filter 'a.b*'"; says = '0: 1 passed, 0 failed, 0 skipped'; text = "Describe 'a' { It 'b' { }; It 'c' { throw 'no' } }" }
    @{ what = 'a tag'; argument = '-Tag Language'; says = '0: 1 passed, 0 failed, 0 skipped'; text = "Describe 'a' { It 'b' -Tag 'Language' { }; It 'c' { throw 'no' } }" }
)
Describe 'run.ps1' -ForEach @(@{ cases = $cases }) {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        # The exit code and the last line, which has the counts, of each file: one process runs them all.
        $scripts = foreach ($case in $cases) {
            $file = New-TestFile -Name ([Guid]::NewGuid().ToString('N').Substring(0, 8) + '.Tests.ps1') -Text $case.text
            "& '{0}' -ModulePath '{1}' -Path '{2}' {3}; 'EXIT ' + `$LASTEXITCODE" -f (Join-Path $PSScriptRoot 'run.ps1'), $env:UC_TEST_MODULE, $file, $case.argument
        }
        $runs = @{}
        $shown = @(Invoke-TestSequence -Script $scripts)
        for ($i = 0; $i -lt $cases.Count; $i++) {
            $lines = @($shown[$i].Trim() -split '\r?\n')
            $runs[$cases[$i].what] = '{0}: {1}' -f $lines[-1].Replace('EXIT ', ''), $lines[-2]
        }
    }
    It 'says <says> of <what>' -ForEach $cases {
        $runs[$what] | Should -BeExactly $says
    }
    It 'fails with -All a test that lacks what it needs: <name>' -ForEach @(
        @{ name = 'Compatibility.Tests.ps1'; filter = 'compatibility.has the lists*' }
        @{ name = 'scenarios/Session.Tests.ps1'; filter = 'Sessions.can be played here' }
    ) {
        if ($onWindows -and $name -like '*Session*') { Set-ItResult -Skipped -Because 'sessions over SSH are played on Linux' }
        $pester = Split-Path -Path (Split-Path -Path (Get-Module -Name Pester).Path -Parent) -Parent
        $run = Invoke-TestProcess ("`$env:PSModulePath = '{0}' + [System.IO.Path]::PathSeparator + `$env:PSModulePath; `$env:UC_TOOLS = '{0}'; & '{1}' -ModulePath '{2}' -Path '{3}' -Filter '{4}' -All; exit `$LASTEXITCODE" -f
            $pester, (Join-Path $PSScriptRoot 'run.ps1'), $env:UC_TEST_MODULE, (Join-Path $PSScriptRoot $name), $filter)
        '{0}: {1}' -f $run.ExitCode, @($run.Output.Trim() -split '\r?\n')[-1] | Should -BeExactly '1: 0 passed, 1 failed, 0 skipped'
    }
}

Describe 'Tags' {
    It 'of <name> name what depends on the language' -ForEach $files {
        # To walk through a tree takes long.
        if ([System.IO.File]::ReadAllText($file) -notmatch 'french') { return }
        $tokens = $null
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($file, [ref]$tokens, [ref]$errors)
        foreach ($use in $tree.FindAll({ param($node) $node.GetType().Name -eq 'VariableExpressionAst' -and $node.VariablePath.UserPath -eq 'french' }, $true)) {
            $tags = @()
            for ($around = $use.Parent; $null -ne $around; $around = $around.Parent) {
                if ($around.GetType().Name -ne 'CommandAst' -or 'Describe', 'Context', 'It' -notcontains $around.GetCommandName()) { continue }
                if ($around.Extent.Text -match "^\w+ '[^']*' -Tag (['\w, ]+)") { $tags += $Matches[1] }
            }
            $tags -join ' ' | Should -Match 'Language' -Because ('line ' + $use.Extent.StartLineNumber)
        }
    }
}
