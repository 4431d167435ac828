# The module, its tests and the examples in the language of PowerShell 3.0 and the types of .NET Framework 4.5: the module,
# the scripts of the library that plans write, the examples and the tests.
$module = Split-Path -Path $env:UC_TEST_MODULE -Parent
$examples = Join-Path $PSScriptRoot '../../examples'
$scripts = @(
    Get-ChildItem -LiteralPath $module -Recurse | Where-Object { @('.ps1', '.psm1', '.psd1') -contains $_.Extension }
    Get-ChildItem -LiteralPath $PSScriptRoot | Where-Object { $_.Extension -eq '.ps1' }
    Get-ChildItem -LiteralPath $examples -Recurse | Where-Object { $_.Extension -eq '.ps1' }
    Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'simulation') -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension }
    Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot '../../src') -Recurse | Where-Object { $_.Extension -eq '.ps1' }
) | ForEach-Object { @{ name = $_.Name; file = $_.FullName; shipped = $_.FullName.StartsWith($module) -or $_.FullName -match '[\\/](src|examples)[\\/]' } }
# Habits: each is found in a script of a user's shell.
$habits = @(
    @{ rule = 'count'; code = '(Get-Item a).Count' }
    @{ rule = 'count'; code = '$a = Get-Item a; $a.Count' }
    @{ rule = 'count'; code = '$a = @(); $a = Get-Item a; $a.Length' }
    @{ rule = 'count'; code = 'param($a) $a.Count' }
    @{ rule = 'count'; code = 'param([hashtable]$a) $a.b.Count' }
    @{ rule = 'count'; code = 'param([hashtable]$a) $a["b"].Length' }
    @{ rule = 'count'; code = 'foreach ($a in 1, 2) { $a.Count }' }
    @{ rule = 'count'; code = '$a = if ($b) { 1 } else { 2 }; $a.Count' }
    @{ rule = 'count'; code = '$a, $b = Get-Item a; $b.Count' }
    @{ rule = 'count'; code = '(Get-Item a | Where-Object { $_ }).Count' }
    @{ rule = 'count'; code = '$a = Get-Item a; $a[0..1]' }
    @{ rule = 'count'; code = '(Get-Item a)[0, 2..3]' }
    # What is forgiven in one function is not in another one.
    @{ rule = 'count'; code = '$all = Get-Item a; $all.Count' }
    @{ rule = 'count'; code = 'function Get-Other { $stream = Get-Item a; $stream.Length }' }
    @{ rule = 'count'; code = 'function Get-Other { foreach ($match in $b) { $match.Length } }' }
    @{ rule = 'count'; code = '$report = Get-Item a; $report.Length' }
    @{ rule = 'count'; code = 'foreach ($group in $b) { $group.Count }' }
    @{ rule = 'sort'; code = 'Get-Item a | Sort-Object -Property Name' }
    @{ rule = 'sort'; code = 'Get-Item a | Sort-Object -Property { $_.Size }' }
    @{ rule = 'sort'; code = 'Get-Item a | Sort-Object Length' }
    @{ rule = 'sort'; code = 'Get-Item a | Sort-Object -Descending -Property Length' }
    @{ rule = 'sort'; code = 'Get-Item a | Sort-Object -Unique -Property Length' }
    @{ rule = 'ignore'; code = '$ErrorActionPreference = "Ignore"' }
    @{ rule = 'ignore'; code = '$script:WarningPreference = [System.Management.Automation.ActionPreference]::Ignore' }
    @{ rule = 'ignore'; code = '$WarningPreference = $PSBoundParameters["WarningAction"]' }
    @{ rule = 'ignore'; code = 'Set-Variable -Name ErrorActionPreference -Value Ignore' }
    @{ rule = 'ignore'; code = 'Set-Variable -Name WarningPreference -Value $PSCmdlet.MyInvocation.BoundParameters["WarningAction"]' }
    @{ rule = 'ignore'; code = 'Get-OwnThing -WarningAction Ignore' }
    @{ rule = 'ignore'; code = 'Get-OwnThing -ErrorAction:Ignore' }
)
$forgiven = @(
    @{ code = '$a = @(Get-Item a); $a += 1; $a.Count; @(Get-Item a).Length; (@(1) + 2).Count; ("a b" -split " ").Count' }
    @{ code = 'param([string]$a, [object[]]$b, [hashtable]$c) $a.Length; $b.Count; $c.Count; $a.Split(",").Length; $b[0..1]' }
    @{ code = '$a = New-Object System.Collections.ArrayList; $a.Count; $b = @{}; $b.Keys.Count; $b = @{ c = 1 }; "abc".Length; $h = @{}; $h.Count = 1' }
    @{ code = '$a = "x"; $a.Length; [regex]::Matches("a", "b").Count; [int[]]$n = 1; $n.Length; $global:Error.Count' }
    @{ code = 'Get-Item a | Sort-Object; Get-Item a | Sort-Object -Unique; Get-Item a | Sort-Object -Property Length, FullName; Get-Item a | Sort-Object { $_.a }, { $_.b }' }
    @{ code = '$ErrorActionPreference = "SilentlyContinue"; Get-Item a -ErrorAction Ignore; Get-OwnThing -WarningAction SilentlyContinue; Set-Variable -Name a -Value Ignore' }
)
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
    @{ rule = 'syntax'; code = 'Get-Item a &' }
    @{ rule = 'syntax'; code = "Get-Item a`n  | Sort-Object" }
    @{ rule = 'syntax'; code = '"a".."c"' }
    @{ rule = 'syntax'; code = '"a" -replace "a", { "b" }' }
    @{ rule = 'syntax'; code = '[Array]::Empty[int]()' }
    @{ rule = 'syntax'; code = 'function f { end { } clean { } }' }
    @{ rule = 'syntax'; code = 'configuration c { }' }
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
    @{ rule = 'escape'; code = '"`e[0m"' }
    @{ rule = 'stream'; code = 'Get-Item a 6>$null' }
    @{ rule = 'variable'; code = 'if ($IsWindows) { }' }
    @{ rule = 'requires'; code = '#requires -Version 5.1' }
    @{ rule = 'type'; code = '[System.Runtime.InteropServices.RuntimeInformation]::OSDescription' }
    @{ rule = 'type'; code = 'New-Object System.IO.Compression.ZipFile' }
    @{ rule = 'type'; code = 'New-Object -TypeName "System.ValueTuple[int,int]" -ArgumentList 1, 2' }
    @{ rule = 'type'; code = 'param([ArgumentCompleter({ })]$a)' }
    @{ rule = 'type'; code = '[semver]"1.0"' }
    @{ rule = 'type'; code = 'param([ushort]$a)' }
    @{ rule = 'type'; code = 'try { Get-Item a } catch [System.Text.Json.JsonException] { }' }
    @{ rule = 'type'; code = '[System.Collections.Generic.PriorityQueue[int,int]]$a = $null' }
    @{ rule = 'member'; code = '[Array]::Empty()' }
    @{ rule = 'member'; code = '[System.IO.Path]::GetRelativePath("a", "b")' }
    @{ rule = 'member'; code = '[IO.File]::Move("a", "b", $true)' }
    @{ rule = 'member'; code = '[Environment]::ProcessPath' }
    @{ rule = 'member'; code = '[System.Net.SecurityProtocolType]::Tls13' }
    @{ rule = 'member'; code = '[System.Management.Automation.WildcardPattern]::Get("a", "None")' }
    @{ rule = 'member'; code = '"a".Contains("b", "Ordinal")' }
    @{ rule = 'member'; code = '([datetime]"2020-01-01").Microsecond' }
    @{ rule = 'member'; code = 'param([string]$a) $a.ReplaceLineEndings()' }
    @{ rule = 'member'; code = 'function f { param([string]$a) { $a.Trim().Replace("a", "b", "Ordinal") } }' }
    @{ rule = 'member'; code = '$b = New-Object System.Text.StringBuilder; [void]$b.AppendJoin(",", 1)' }
    @{ rule = 'member'; code = '(New-Object System.Collections.Stack).TryPeek(1)' }
    @{ rule = 'member'; code = '$s = [System.IO.File]::OpenRead("a"); $s.ReadExactly($b, 0, 1)' }
    @{ rule = 'member'; code = 'param([System.Security.Cryptography.X509Certificates.X509Certificate2]$c) $c.Dispose()' }
    @{ rule = 'member'; code = 'param([System.Collections.IDictionary]$a) $a.ContainsKey("b")' }
    @{ rule = 'member'; code = '("{0}" -f 1).Insert(0, "a", 1)' }
    @{ rule = 'member'; code = 'try { Get-Item a } catch { $_.Culprit }' }
    @{ rule = 'member'; code = '$PSCmdlet.WriteInformation("a", "b")' }
    @{ rule = 'constructor'; code = 'New-Object System.Text.UTF8Encoding $true, $true, $true' }
    @{ rule = 'constructor'; code = 'New-Object -TypeName System.Version -ArgumentList 1, 2, 3, 4, 5' }
    @{ rule = 'constructor'; code = 'New-Object System.Management.Automation.ErrorDetails "a", "b"' }
    @{ rule = 'overload'; code = '"a--b".Split("--")' }
    @{ rule = 'attribute'; code = 'param([Parameter(DontShow = $true)]$a)' }
    @{ rule = 'attribute'; code = 'param([ValidateSet("a", ErrorMessage = "b")]$a)' }
    @{ rule = 'attribute'; code = 'param([ValidateScript({ $_ }, ErrorMessage = "b")]$a)' }
    @{ rule = 'attribute'; code = 'param([ValidateRange("Positive")][int]$a)' }
    @{ rule = 'parameter'; code = 'function Get-OwnThing { [CmdletBinding()] param() } Get-OwnThing -PipelineVariable b'; mine = 'Get-OwnThing' }
    @{ rule = 'parameter'; code = 'Get-OwnThing -InformationAction Ignore'; mine = 'Get-OwnThing' }
    @{ rule = 'parameter'; code = 'Get-OwnThing -InformationVariable b'; mine = 'Get-OwnThing' }
    @{ rule = 'parameter'; code = 'Get-OwnThing -ProgressAction SilentlyContinue'; mine = 'Get-OwnThing' }
    @{ rule = 'command'; code = 'Get-FileHash a' }
    @{ rule = 'command'; code = 'gci a' }
    @{ rule = 'command'; code = 'Expand-Archive a' }
    @{ rule = 'parameter'; code = 'Get-Content -Path a -AsByteStream' }
    @{ rule = 'parameter'; code = 'ForEach-Object -Parallel { } -InputObject a' }
    @{ rule = 'parameter'; code = 'Get-Item a -PipelineVariable b' }
    @{ rule = 'parameter'; code = 'ConvertFrom-Json -InputObject a -AsHashtable' }
    @{ rule = 'parse'; code = 'if (' }
)
$harmless = @(
    @{ code = '$a = [ordered]@{ b = 1 }; $a.ForEach; [pscustomobject]$a' }
    @{ code = 'Get-ChildItem -LiteralPath a -File -Recurse -ErrorAction Stop | Where-Object { $_.Length -gt 1kb } | ForEach-Object { $_.Name }' }
    @{ code = '$x = 0x7b; $y = 1.5d; $z = 12l; Get-Item a 2>$null *>$null' }
    @{ code = '$c = Get-Command x; & $c -Whatever' }
    @{ code = '$a.$b; $a::$b; $a::b(1); $a.''b''(1)' }
    @{ code = '[IO.Path]::Combine("a", "b", "c", "d", "e"); [string]::Format("{0}{1}{2}{3}", 1, 2, 3, 4); "a,b".Split(","); "a".TrimEnd("b", "c")' }
    @{ code = '[xml]$d = "<a/>"; $d.a.b; $d.SelectNodes("/a").Count; $h = @{}; $h.foo; $h.ContainsKey("x"); [System.Net.WebRequest]::Create("x").AllowAutoRedirect' }
    @{ code = 'New-Object byte[] 5; New-Object "System.Collections.Generic.Dictionary[string,object]" ([StringComparer]::Ordinal); $n = New-Object System.Version $a; $n.Major' }
    @{ code = 'try { Get-Item a } catch { $_.Exception.Response; $_.FullyQualifiedErrorId } $a = ""; $a = 1; $a.Anything(1); (Get-Item a).BaseName' }
    @{ code = 'param([switch]$s, [ref]$r, [scriptblock]$b) $s.IsPresent; $r.Value; $b.Invoke(1, 2); [NullString]::Value; [guid]::NewGuid().ToString("N").Substring(0, 8)' }
    @{ code = 'if (1 -in 1, 2) { "``u{e9}"; ''`u{e9}'' }' }
)
Describe 'compatibility' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Compatibility.ps1')
        $module = Split-Path -Path $env:UC_TEST_MODULE -Parent
        $commands = $null
        if ($env:UC_TEST_PS3_COMMANDS) { $commands = Get-CompatibilityCommand -Path $env:UC_TEST_PS3_COMMANDS }
        $types = $null
        if ($env:UC_REFERENCE -and (Test-Path -LiteralPath (Join-Path $env:UC_REFERENCE 'net45-members.json'))) {
            $types = Get-CompatibilityTypeList -Path (Join-Path $env:UC_REFERENCE 'net45-members.json')
        }
        $own = @(
            Get-ChildItem -LiteralPath $module, $PSScriptRoot, (Join-Path $PSScriptRoot '../../examples'), (Join-Path $PSScriptRoot '../../src') -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension } |
                ForEach-Object { Get-CompatibilityFunction ([System.IO.File]::ReadAllText($_.FullName)) }
            # A function, not a cmdlet, in PowerShell 3.0 itself; and those of Pester.
            'Get-Verb'
            (Get-Module -Name Pester).ExportedFunctions.Keys
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
        if (-not $types -and @('type', 'member', 'constructor') -contains $rule) { Set-ItResult -Skipped -Because 'the list of types was not given' }
        $functions = @(if ($_.ContainsKey('mine')) { $_['mine'] })
        $found = @(Get-CompatibilityProblem -Text $code -Commands $commands -Own $functions -Types $types | ForEach-Object { $_.Rule })
        # An older shell cannot even read the newer syntax.
        if ($found -notcontains 'parse') { $found | Should -Contain $rule }
        $found.Count | Should -BeGreaterThan 0
    }
    It 'finds the habit <rule> in <code>' -ForEach $habits {
        if (-not $types) { Set-ItResult -Skipped -Because 'the list of types was not given' }
        @(Get-CompatibilityProblem -Text $code -Types $types -Own 'Get-OwnThing' -Habit | ForEach-Object { $_.Rule }) | Should -Contain $rule
    }
    It 'forgives <code>' -ForEach $forgiven {
        if (-not $types) { Set-ItResult -Skipped -Because 'the list of types was not given' }
        @(Get-CompatibilityProblem -Text $code -Types $types -Own 'Get-OwnThing' -Habit | ForEach-Object { $_.Rule + ' ' + $_.Text }) | Should -BeNullOrEmpty
    }
    It 'finds nothing in <code>' -ForEach $harmless {
        @(Get-CompatibilityProblem -Text $code -Commands $commands -Types $types | ForEach-Object { $_.Rule + ' ' + $_.Text }) | Should -BeNullOrEmpty
    }
    It 'has the lists of what PowerShell 3.0 and .NET Framework 4.5 have' {
        $gap = 'without ps3-commands.json and net45-members.json, commands, types and members were not looked at'
        if ((-not $commands -or -not $types) -and $env:UC_ALL) { throw $gap }
        if (-not $commands -or -not $types) { Set-ItResult -Skipped -Because $gap }
        $types.Lines.Count | Should -BeGreaterThan 3000
    }
    It '<name> is PowerShell 3.0' -ForEach $scripts {
        $problems = Get-CompatibilityProblem -Text ([System.IO.File]::ReadAllText($file)) -Commands $commands -Own $own -Types $types -Habit:$shipped -File $name
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
