# The module as a whole: what it exports, how it is written, and how its import fails.
$module = Split-Path -Path $env:UC_TEST_MODULE -Parent
$scripts = @(
    Get-ChildItem -LiteralPath $module -Recurse | Where-Object { @('.ps1', '.psm1', '.psd1', '.ps1xml') -contains $_.Extension -and $_.Directory.Name -ne 'fr-FR' }
    Get-ChildItem -LiteralPath $PSScriptRoot -Recurse | Where-Object { $_.Extension -eq '.ps1' }
) | ForEach-Object { @{ name = $_.Name; file = $_.FullName } }
$translated = @(Get-ChildItem -LiteralPath (Join-Path $module 'en-US'), (Join-Path $module 'fr-FR') | ForEach-Object { @{ name = $_.Directory.Name + '/' + $_.Name; file = $_.FullName } })
Describe 'the module' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $data = Import-LocalizedData -BaseDirectory $moduleFolder -FileName 'UcIntegration.psd1'
        # The module under test may be joined into one file; its parts are here.
        $sources = [System.IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../ps-module/UcIntegration'))
        # The files of functions: @{ Name; Folder; Functions }.
        $parts = @(foreach ($file in (Get-ChildItem -LiteralPath (Join-Path $sources 'Public'), (Join-Path $sources 'Private'), (Join-Path $sources 'Collect'), (Join-Path $sources 'Apply') -Recurse -Filter '*.ps1')) {
            $tokens = $null
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput([System.IO.File]::ReadAllText($file.FullName), [ref]$tokens, [ref]$errors)
            @{ Name = $file.BaseName; Folder = $file.DirectoryName; Functions = @($tree.EndBlock.Statements | Where-Object { $_.GetType().Name -eq 'FunctionDefinitionAst' }) }
        })
    }
    It 'exports what its manifest says and nothing else' {
        $loaded = Get-Module -Name UcIntegration
        @($loaded.ExportedCommands.Keys | Sort-Object) | Should -Be @($data.FunctionsToExport | Sort-Object)
        $loaded.ExportedVariables.Count | Should -Be 0
        $loaded.ExportedAliases.Count | Should -Be 0
    }
    It 'has a function for each file in Public, of the same name' {
        $files = @(Get-ChildItem -LiteralPath (Join-Path $sources 'Public') | ForEach-Object { $_.BaseName } | Sort-Object)
        $files | Should -Be @($data.FunctionsToExport | Sort-Object)
    }
    It 'loads every part once' {
        $loader = [System.IO.File]::ReadAllText((Join-Path $sources 'UcIntegration.psm1'))
        $named = @([regex]::Matches($loader, '(?m)^\. "\$PSScriptRoot/([^"]+)"') | ForEach-Object { $_.Groups[1].Value } | Sort-Object)
        $there = @(Get-ChildItem -LiteralPath $sources -Recurse -Filter '*.ps1' | ForEach-Object { $_.FullName.Substring($sources.TrimEnd('\', '/').Length + 1).Replace('\', '/') } | Sort-Object)
        $named -join "`n" | Should -Be ($there -join "`n") -Because 'cargo xtask parts writes the list'
    }
    It 'has one function in a file, named after it' {
        # A script of a plan holds Shared.ps1 as it is, so all of it is one file.
        foreach ($file in ($parts | Where-Object { $_.Name -ne 'Shared' })) {
            $functions = @($file.Functions | ForEach-Object { $_.Name })
            if ($functions.Count -gt 0) { $functions -join ' ' | Should -Be $file.Name -Because $file.Name }
        }
        $all = @($parts | ForEach-Object { $_.Functions } | ForEach-Object { $_.Name })
        $all.Count | Should -BeGreaterThan 150
    }
    It 'has no function twice, those of scripts included' {
        # Of two with one name the module would run the one that is read last.
        $all = @(foreach ($file in (Get-ChildItem -LiteralPath $sources -Recurse -Filter '*.ps1')) {
            [regex]::Matches([System.IO.File]::ReadAllText($file.FullName), '(?m)^function ([\w-]+)') | ForEach-Object { $_.Groups[1].Value }
        })
        $all | Should -Contain 'Get-UcMember'
        @($all | Group-Object | Where-Object { $_.Count -gt 1 } | ForEach-Object { $_.Name }) | Should -BeNullOrEmpty
    }
    It 'says of every function what it does and puts out' {
        foreach ($function in ($parts | ForEach-Object { $_.Functions })) {
            $attributes = @($function.Body.ParamBlock.Attributes | ForEach-Object { $_.TypeName.Name })
            $attributes | Should -Contain 'OutputType' -Because $function.Name
            $help = $function.GetHelpContent()
            $help | Should -Not -BeNullOrEmpty -Because $function.Name
            if ($help.MamlHelpFile) { continue }
            $help.Synopsis | Should -Not -BeNullOrEmpty -Because $function.Name
            # Objects are bound with care: a wrong name of a parameter is an error.
            $objects = @($function.Body.ParamBlock.Parameters | Where-Object { @('Object', 'Object[]', 'Hashtable', 'IDictionary', 'IList', 'ErrorRecord', 'X509Certificate2', 'SecureString', 'Type', 'ScriptBlock') -contains $_.StaticType.Name })
            if ($objects.Count -gt 0) { $attributes | Should -Contain 'CmdletBinding' -Because $function.Name }
        }
    }
    It 'hands a command to nobody but what acts for commands' {
        # Private functions throw; Private/Command turns that into the error of the command.
        foreach ($file in ($parts | Where-Object { $_.Folder -notlike '*Public' -and $_.Folder -notlike '*Command' })) {
            foreach ($function in $file.Functions) {
                $taken = @($function.FindAll({ param($node) $node.GetType().Name -eq 'TypeConstraintAst' -and $node.TypeName.Name -match 'PSCmdlet$' }, $true))
                $taken.Count | Should -Be 0 -Because $function.Name
                $own = @($function.FindAll({ param($node) $node.GetType().Name -eq 'VariableExpressionAst' -and @('PSCmdlet', 'Cmdlet') -contains $node.VariablePath.UserPath }, $true))
                $own.Count | Should -Be 0 -Because $function.Name
                # Nor one that travels inside of something else.
                $carried = @($function.FindAll({ param($node) $node.GetType().Name -like '*MemberExpressionAst' -and $node.Member.Extent.Text -eq 'Cmdlet' }, $true))
                $carried.Count | Should -Be 0 -Because $function.Name
            }
        }
    }
    It 'takes Ignore for SilentlyContinue, which old shells can read from a variable' {
        $seen = Invoke-InModule {
            function Test-Preference {
                [CmdletBinding()]
                param()
                Import-UcCallerPreference -Cmdlet $PSCmdlet
                [string]$WarningPreference
            }
            Test-Preference -WarningAction Ignore
            Test-Preference -WarningAction Stop
        }
        $seen | Should -Be @('SilentlyContinue', 'Stop')
    }
    It 'has a manifest that PowerShell 3.0 reads' {
        $known = 'RootModule', 'ModuleVersion', 'GUID', 'Author', 'CompanyName', 'Copyright', 'Description', 'PowerShellVersion', 'DotNetFrameworkVersion',
            'CLRVersion', 'FormatsToProcess', 'FunctionsToExport', 'CmdletsToExport', 'VariablesToExport', 'AliasesToExport', 'PrivateData'
        @($data.Keys | Where-Object { $known -notcontains $_ }) | Should -BeNullOrEmpty
        $data.PowerShellVersion | Should -Be '3.0'
        $data.CompanyName | Should -Be 'UcIntegration'
        $null = Test-ModuleManifest -Path $env:UC_TEST_MODULE
    }
    It 'has the version of the library' {
        $cargo = Join-Path $PSScriptRoot '../../Cargo.toml'
        $data.ModuleVersion | Should -Be ([regex]::Match([System.IO.File]::ReadAllText($cargo), '(?m)^version = "([^"]+)"').Groups[1].Value)
    }
    It 'uses approved verbs' {
        $approved = @(Get-Verb | ForEach-Object { $_.Verb })
        foreach ($name in $data.FunctionsToExport) { $name.Split('-')[0] | Should -BeIn $approved }
    }
    It 'has a view for every type that it puts out' {
        $views = [System.IO.File]::ReadAllText((Join-Path $moduleFolder 'UcIntegration.Format.ps1xml'))
        $types = @($data.FunctionsToExport | ForEach-Object { (Get-Command -Name $_).OutputType } | ForEach-Object { $_.Name } | Where-Object { $_ -like 'UcIntegration.*' } | Sort-Object -Unique)
        $types.Count | Should -Be 14
        foreach ($type in $types) { $views.Contains('<TypeName>' + $type + '</TypeName>') | Should -BeTrue -Because $type }
    }
    It '<name> is ASCII without a byte order mark' -ForEach $scripts {
        $bytes = [System.IO.File]::ReadAllBytes($file)
        $text = [System.Text.Encoding]::GetEncoding(28591).GetString($bytes)
        if ($name -like '*.strings.psd1') { $text = $text.Substring(3) }
        $text -match '[^\x09\x0a\x0d\x20-\x7e]' | Should -BeFalse
    }
    It '<name> is UTF-8 with a byte order mark, which PowerShell 5.1 needs' -ForEach $translated {
        $bytes = [System.IO.File]::ReadAllBytes($file)
        @($bytes[0..2]) | Should -Be 0xef, 0xbb, 0xbf
        $strict = New-Object System.Text.UTF8Encoding $false, $true
        { $strict.GetString($bytes) } | Should -Not -Throw
    }
    It 'has the same sentences with the same placeholders in both languages' {
        $english = Import-LocalizedData -BaseDirectory $moduleFolder -FileName 'UcIntegration.strings.psd1' -UICulture 'en-US'
        $translation = Import-LocalizedData -BaseDirectory $moduleFolder -FileName 'UcIntegration.strings.psd1' -UICulture 'fr-FR'
        @($translation.Keys | Sort-Object) | Should -Be @($english.Keys | Sort-Object)
        foreach ($key in $english.Keys) {
            $placeholders = @([regex]::Matches($english[$key], '\{\d\}') | ForEach-Object { $_.Value } | Sort-Object -Unique) -join ' '
            @([regex]::Matches($translation[$key], '\{\d\}') | ForEach-Object { $_.Value } | Sort-Object -Unique) -join ' ' | Should -Be $placeholders -Because $key
            if ($key -ne 'Error_File') { $translation[$key] | Should -Not -Be $english[$key] -Because $key }
        }
    }
    It 'uses every sentence that it has, and has every sentence that it uses' {
        $english = Import-LocalizedData -BaseDirectory $moduleFolder -FileName 'UcIntegration.strings.psd1' -UICulture 'en-US'
        $code = (Get-ChildItem -LiteralPath $moduleFolder -Recurse | Where-Object { @('.ps1', '.psm1') -contains $_.Extension } | ForEach-Object { [System.IO.File]::ReadAllText($_.FullName) }) -join "`n"
        foreach ($key in $english.Keys) {
            if ($key -match '^(Edit_(Added|Updated|Removed)|Plan_Step(Failed|Drifted))$' -or $key -like '*_Hint') { continue }
            $code.Contains("'" + $key + "'") | Should -BeTrue -Because $key
        }
        foreach ($match in [regex]::Matches($code, "-Key '(\w+)'")) { $english.ContainsKey($match.Groups[1].Value) | Should -BeTrue -Because $match.Value }
        foreach ($match in [regex]::Matches($code, "-Key '(\w+)'[^\r\n]*-WithHint")) { $english.ContainsKey($match.Groups[1].Value + '_Hint') | Should -BeTrue -Because $match.Value }
    }
    It 'answers in the language of the session, others in English' -ForEach @(
        @{ culture = 'fr-FR'; word = 'Aucun fichier'; hint = 'mod.le'; library = "n'existe pas" }
        @{ culture = 'fr-CA'; word = 'Aucun fichier'; hint = 'mod.le'; library = "n'existe pas" }
        @{ culture = 'en-US'; word = 'No file'; hint = 'pattern'; library = 'does not exist' }
        @{ culture = 'de-DE'; word = 'No file'; hint = 'pattern'; library = 'does not exist' }
    ) {
        $thread = [System.Threading.Thread]::CurrentThread
        $own = $thread.CurrentUICulture
        try {
            $thread.CurrentUICulture = [System.Globalization.CultureInfo]::GetCultureInfo($culture)
            $errors = Get-TestError { Get-UcAppSetting -Path (Join-Path $TestDrive 'nix*.config'), (Join-Path $TestDrive 'nix.config') }
        } finally {
            $thread.CurrentUICulture = $own
        }
        $errors[0].Exception.Message | Should -Match $word
        $errors[0].ErrorDetails.RecommendedAction | Should -Match $hint
        $errors[1].Exception.Message | Should -Match $library
    }
    It 'works under StrictMode of the caller and leaves no error behind' {
        $file = New-TestConfig
        $count = $Error.Count
        $null = Get-UcAppSetting -Path $file -Key nix
        Set-UcAppSetting -Path $file -Key a -Value b @backup
        $null = Test-UcConfig -Path $file
        $Error.Count | Should -Be $count
    }
    It 'imports again, with Force, and works' {
        $run = Invoke-TestProcess "Import-Module '$env:UC_TEST_MODULE'; Import-Module '$env:UC_TEST_MODULE' -Force; Remove-Module UcIntegration; Import-Module '$env:UC_TEST_MODULE'; (Get-Module UcIntegration).ExportedCommands.Count"
        $run.Output.Trim() | Should -Be ([string]$data.FunctionsToExport.Count)
    }
    It 'imports in a moment: far below this limit, which only says that something went badly wrong' {
        $run = Invoke-TestProcess "`$watch = [System.Diagnostics.Stopwatch]::StartNew(); Import-Module '$env:UC_TEST_MODULE'; `$watch.ElapsedMilliseconds"
        [int]$run.Output.Trim() | Should -BeLessThan 5000
    }
}
# What changes the bytes of the library knows the form of Windows only.
Describe 'an import that fails' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $relative = if ($onWindows) { 'bin/win-x64/uc_integration.dll' } else { 'bin/linux-x64/libuc_integration.so' }
        $library = Join-Path $moduleFolder $relative

        # A copy of the module with these bytes as its library; returns its manifest.
        function New-TestModule {
            param([byte[]]$Library)
            $root = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8))
            $copy = Join-Path $root 'UcIntegration'
            [void][System.IO.Directory]::CreateDirectory($copy)
            Get-ChildItem -LiteralPath $moduleFolder | Where-Object { $_.Name -ne 'bin' } | Copy-Item -Destination $copy -Recurse
            if ($null -ne $Library) {
                $path = Join-Path $copy $relative
                [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($path))
                [System.IO.File]::WriteAllBytes($path, $Library)
            }
            return Join-Path $copy 'UcIntegration.psd1'
        }

        # What an import says: the errors, and whether a module is there afterwards.
        function Get-ImportResult {
            param([string]$Manifest, [string]$Before = '')
            $run = Invoke-TestProcess "$Before
                `$Error.Clear()
                try { Import-Module '$Manifest' } catch { 'caught ' + `$_.FullyQualifiedErrorId; 'says ' + `$_.Exception.Message }
                'errors ' + `$Error.Count
                'loaded ' + @(Get-Module UcIntegration).Count"
            return $run.Output
        }

        # The offset of an exported function in a Windows library.
        function Get-ExportOffset {
            param([byte[]]$Bytes, [string]$Name)
            $header = [BitConverter]::ToInt32($Bytes, 0x3c)
            $sections = $header + 24 + [BitConverter]::ToUInt16($Bytes, $header + 20)
            $count = [BitConverter]::ToUInt16($Bytes, $header + 6)
            $map = {
                param([int]$Address)
                for ($i = 0; $i -lt $count; $i++) {
                    $entry = $sections + 40 * $i
                    $start = [BitConverter]::ToInt32($Bytes, $entry + 12)
                    if ($Address -ge $start -and $Address -lt $start + [BitConverter]::ToInt32($Bytes, $entry + 16)) {
                        return $Address - $start + [BitConverter]::ToInt32($Bytes, $entry + 20)
                    }
                }
            }
            $table = & $map ([BitConverter]::ToInt32($Bytes, $header + 24 + 112))
            $functions = & $map ([BitConverter]::ToInt32($Bytes, $table + 28))
            $names = & $map ([BitConverter]::ToInt32($Bytes, $table + 32))
            $ordinals = & $map ([BitConverter]::ToInt32($Bytes, $table + 36))
            for ($i = 0; $i -lt [BitConverter]::ToInt32($Bytes, $table + 24); $i++) {
                $at = & $map ([BitConverter]::ToInt32($Bytes, $names + 4 * $i))
                if ([System.Text.Encoding]::ASCII.GetString($Bytes, $at, $Name.Length + 1) -eq $Name + [char]0) {
                    return & $map ([BitConverter]::ToInt32($Bytes, $functions + 4 * [BitConverter]::ToUInt16($Bytes, $ordinals + 2 * $i)))
                }
            }
        }

        # The library with another number for the version of its interface.
        function Get-OtherVersion {
            param([byte]$Version)
            $bytes = [System.IO.File]::ReadAllBytes($library)
            $at = Get-ExportOffset -Bytes $bytes -Name 'uc_abi_version'
            if ([BitConverter]::ToString($bytes, $at, 6) -ne 'B8-02-00-00-00-C3') { throw 'uc_abi_version does not look as expected: mov eax, 2; ret' }
            $bytes[$at + 1] = $Version
            return , $bytes
        }
        function Assert-OneSentence {
            param([string]$Result, [string]$Id, [string]$Word)
            $Result | Should -Match ('caught ' + $Id)
            $Result | Should -Match ('says [^\r\n]+' + $Word)
            $Result | Should -Match 'errors 1\b'
            $Result | Should -Match 'loaded 0'
        }
    }
    It 'without the library says how to get it' {
        $manifest = New-TestModule
        Assert-OneSentence (Get-ImportResult $manifest) 'LibraryMissing' 'cargo xtask module'
    }
    It 'speaks French to the French' {
        $manifest = New-TestModule
        $run = Invoke-TestProcess -Culture 'fr-FR' "try { Import-Module '$manifest' } catch { `$_.Exception.Message }"
        $run.Output | Should -Match 'est absente'
    }
    It 'fails also for a caller who has switched errors off' {
        $manifest = New-TestModule
        Get-ImportResult $manifest "`$ErrorActionPreference = 'SilentlyContinue'" | Should -Match 'loaded 0'
    }
    It 'with an older interface says so' -Tag 'Windows' {
        Assert-OneSentence (Get-ImportResult (New-TestModule (Get-OtherVersion 1))) 'LibraryOlder' $(if ($french) { 'plus ancienne' } else { 'older' })
    }
    It 'with a newer interface says so' -Tag 'Windows' {
        Assert-OneSentence (Get-ImportResult (New-TestModule (Get-OtherVersion 3))) 'LibraryNewer' $(if ($french) { 'plus r' } else { 'newer' })
    }
    It 'with a library for another processor says so' -Tag 'Windows' {
        $bytes = [System.IO.File]::ReadAllBytes($library)
        $header = [BitConverter]::ToInt32($bytes, 0x3c)
        $bytes[$header + 4] = 0x4c
        $bytes[$header + 5] = 0x01
        Assert-OneSentence (Get-ImportResult (New-TestModule $bytes)) 'LibraryArchitecture' 'x64'
    }
    It 'with a file that is no library says so' {
        $result = Get-ImportResult (New-TestModule ([System.Text.Encoding]::ASCII.GetBytes('this is not a library')))
        Assert-OneSentence $result 'LibraryArchitecture' 'x64'
    }
    It 'with a library of somebody else says so' -Tag 'Windows' {
        $bytes = [System.IO.File]::ReadAllBytes($library)
        $text = [System.Text.Encoding]::GetEncoding(28591).GetString($bytes)
        $at = $text.IndexOf('uc_abi_version' + [char]0, [StringComparison]::Ordinal)
        while ($at -ge 0) {
            $bytes[$at] = [byte][char]'x'
            $at = $text.IndexOf('uc_abi_version' + [char]0, $at + 1, [StringComparison]::Ordinal)
        }
        Assert-OneSentence (Get-ImportResult (New-TestModule $bytes)) 'LibraryForeign' 'uc_integration.dll'
    }
}
