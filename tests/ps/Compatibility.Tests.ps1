# The module, its tests and the examples in the language of PowerShell 3.0 and the types of .NET Framework 4.0.
$module = Split-Path -Path $env:UC_TEST_MODULE -Parent
$examples = Join-Path $PSScriptRoot '../../examples'
$scripts = @(
    Get-ChildItem -LiteralPath $module -Recurse | Where-Object { @('.ps1', '.psm1', '.psd1') -contains $_.Extension }
    Get-ChildItem -LiteralPath $PSScriptRoot | Where-Object { $_.Extension -eq '.ps1' }
    Get-ChildItem -LiteralPath $examples -Recurse | Where-Object { $_.Extension -eq '.ps1' }
    Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'simulation') -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension }
) | ForEach-Object { @{ name = $_.Name; file = $_.FullName } }
$violations = @(
    @{ rule = 'syntax'; code = 'class A { }' }
    @{ rule = 'syntax'; code = 'enum E { A }' }
    @{ rule = 'syntax'; code = 'using namespace System.IO' }
    @{ rule = 'syntax'; code = '$a = $b ? 1 : 2' }
    @{ rule = 'syntax'; code = '$a = $b ?? 1' }
    @{ rule = 'syntax'; code = '$b ??= 1' }
    @{ rule = 'syntax'; code = '${b}?.Length' }
    @{ rule = 'syntax'; code = '${b}?[0]' }
    @{ rule = 'syntax'; code = 'Get-Item a && Get-Item b' }
    @{ rule = 'syntax'; code = 'Get-Item a || Get-Item b' }
    @{ rule = 'new'; code = '[System.Text.StringBuilder]::new()' }
    @{ rule = 'method'; code = '(1, 2).Where({ $_ })' }
    @{ rule = 'method'; code = '(1, 2).ForEach({ $_ })' }
    @{ rule = 'dynamic'; code = '$a::$b()' }
    @{ rule = 'dynamic'; code = '$a.$b(1)' }
    @{ rule = 'dynamic'; code = '[Math]::"$b"(1)' }
    @{ rule = 'number'; code = '$a = 1u' }
    @{ rule = 'number'; code = '$a = 0b11' }
    @{ rule = 'number'; code = '$a = 7n' }
    @{ rule = 'number'; code = '$a = 0xffus' }
    @{ rule = 'escape'; code = '"`u{e9}"' }
    @{ rule = 'stream'; code = 'Get-Item a 6>$null' }
    @{ rule = 'variable'; code = 'if ($IsWindows) { }' }
    @{ rule = 'requires'; code = '#requires -Version 5.1' }
    @{ rule = 'type'; code = '[System.Runtime.InteropServices.RuntimeInformation]::OSDescription' }
    @{ rule = 'type'; code = 'New-Object System.Net.Http.HttpClient' }
    @{ rule = 'type'; code = 'param([ArgumentCompleter({ })]$a)' }
    @{ rule = 'member'; code = '[Array]::Empty[int]()' }
    @{ rule = 'member'; code = '[System.IO.Path]::GetRelativePath("a", "b")' }
    @{ rule = 'command'; code = 'Get-FileHash a' }
    @{ rule = 'command'; code = 'gci a' }
    @{ rule = 'command'; code = 'Expand-Archive a' }
    @{ rule = 'parameter'; code = 'Get-Content -Path a -AsByteStream' }
    @{ rule = 'parameter'; code = 'ConvertFrom-Json -InputObject a -AsHashtable' }
    @{ rule = 'parse'; code = 'if (' }
)
$harmless = @(
    @{ code = '$a = [ordered]@{ b = 1 }; $a.ForEach; [pscustomobject]$a' }
    @{ code = 'Get-ChildItem -LiteralPath a -File -Recurse -ErrorAction Stop | Where-Object { $_.Length -gt 1kb } | ForEach-Object { $_.Name }' }
    @{ code = '$x = 0x7b; $y = 1.5d; $z = 12l; Get-Item a 2>$null *>$null' }
    @{ code = '$c = Get-Command x; & $c -Whatever' }
    @{ code = '$a.$b; $a::$b; $a::b(1); $a.''b''(1)' }
    @{ code = 'if (1 -in 1, 2) { "``u{e9}"; ''`u{e9}'' }' }
)
Describe 'compatibility' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Compatibility.ps1')
        $module = Split-Path -Path $env:UC_TEST_MODULE -Parent
        $commands = $null
        if ($env:UC_TEST_PS3_COMMANDS) { $commands = Get-CompatibilityCommand -Path $env:UC_TEST_PS3_COMMANDS }
        $own = @(
            Get-ChildItem -LiteralPath $module, $PSScriptRoot, (Join-Path $PSScriptRoot '../../examples') -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension } |
                ForEach-Object { Get-CompatibilityFunction ([System.IO.File]::ReadAllText($_.FullName)) }
            # Functions, not cmdlets, in PowerShell 3.0 itself; and Pester's.
            'Get-Verb', 'New-PesterConfiguration', 'Invoke-Pester'
            # Those of the products and of IIS, which the simulation plays.
            Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'simulation') -Recurse -Filter '*.ps1' | ForEach-Object {
                $text = [System.IO.File]::ReadAllText($_.FullName)
                [regex]::Matches($text, "(?m)^(?:\`$script:behavior\['|    ')(\w+-\w+)'(?:\]| = \{)") | ForEach-Object { $_.Groups[1].Value }
                [regex]::Matches($text, '(?m)^Add-SimulationSetting -Noun (\w+)') | ForEach-Object { foreach ($verb in 'Get', 'Set', 'Remove') { $verb + '-' + $_.Groups[1].Value } }
            }
        )
    }
    It 'finds <rule> in <code>' -ForEach $violations {
        if (-not $commands -and @('command', 'parameter') -contains $rule) { Set-ItResult -Skipped -Because 'the list of commands was not given' }
        $found = @(Get-CompatibilityProblem -Text $code -Commands $commands | ForEach-Object { $_.Rule })
        # An older shell cannot even read the newer syntax.
        if ($found -notcontains 'parse') { $found | Should -Contain $rule }
        $found.Count | Should -BeGreaterThan 0
    }
    It 'finds nothing in <code>' -ForEach $harmless {
        @(Get-CompatibilityProblem -Text $code -Commands $commands | ForEach-Object { $_.Rule + ' ' + $_.Text }) | Should -BeNullOrEmpty
    }
    It '<name> is PowerShell 3.0' -ForEach $scripts {
        $problems = Get-CompatibilityProblem -Text ([System.IO.File]::ReadAllText($file)) -Commands $commands -Own $own
        @($problems | ForEach-Object { $name + ':' + $_.Line + ' ' + $_.Rule + ' ' + $_.Text }) -join "`n" | Should -BeNullOrEmpty
    }
    It 'the module never writes to the host, compiles, or runs text as code' {
        $forbidden = 'Write-Host', 'Out-Host', 'Read-Host', 'Add-Type', 'Invoke-Expression', 'ConvertTo-Json', 'ConvertFrom-Json', 'Start-Process'
        $files = Get-ChildItem -LiteralPath $module -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension }
        foreach ($file in $files) {
            $text = [System.IO.File]::ReadAllText($file.FullName)
            $tokens = $null
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$tokens, [ref]$errors)
            $used = @($tree.FindAll({ param($node) $node.GetType().Name -eq 'CommandAst' }, $true) | ForEach-Object { $_.GetCommandName() } | Where-Object { $forbidden -contains $_ })
            $used -join ' ' | Should -BeNullOrEmpty -Because $file.Name
            $text -match '\[(System\.)?Console\]' | Should -BeFalse -Because $file.Name
        }
    }
}
