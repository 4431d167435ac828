# Paths: as PowerShell understands them, on every function that takes one.
Describe 'paths' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $folder = Join-Path $TestDrive 'paths'
        $one = New-TestConfig -Name 'paths/one.config' -Content '<add key="k" value="1" />'
        $two = New-TestConfig -Name 'paths/two.config' -Content '<add key="k" value="2" />'
        $bracket = New-TestConfig -Name 'paths/b[x].config' -Content '<add key="k" value="3" />'
        [void][System.IO.Directory]::CreateDirectory((Join-Path $folder 'sub.config'))
    }
    BeforeEach { Push-Location -LiteralPath $folder }
    AfterEach { Pop-Location }
    It 'start at the location of the shell, not of the process' {
        (Get-UcAppSetting -Path 'one.config').Value | Should -Be '1'
        (Get-UcAppSetting -LiteralPath './one.config').Value | Should -Be '1'
        (Get-UcAppSetting -Path 'one.config').Path | Should -Be $one
    }
    It 'expand wildcards to files only, and take lists' {
        @(Get-UcAppSetting -Path '*.config' | ForEach-Object { $_.Value } | Sort-Object) | Should -Be '1', '2', '3'
        @(Get-UcAppSetting -Path 'one.config', 't*.config').Count | Should -Be 2
    }
    It 'with brackets: a pattern in -Path, a name in -LiteralPath' {
        $errors = Get-TestError { Get-UcAppSetting -Path 'b[x].config' }
        $errors[0].FullyQualifiedErrorId | Should -Be 'PathNotMatched,Get-UcAppSetting'
        (Get-UcAppSetting -LiteralPath 'b[x].config').Value | Should -Be '3'
        (Get-UcAppSetting -Path 'b`[x`].config').Value | Should -Be '3'
    }
    It 'come from Get-ChildItem by their exact names' {
        @(Get-ChildItem -LiteralPath $folder -Filter 'b*.config' | Get-UcAppSetting).Value | Should -Be '3'
        @(Get-Item -LiteralPath $one, $two | Get-UcAppSetting | ForEach-Object { $_.Value }) | Should -Be '1', '2'
    }
    It 'come as texts and as objects with a property' {
        ('one.config' | Get-UcAppSetting).Value | Should -Be '1'
        ([pscustomobject]@{ Path = $two } | Get-UcAppSetting).Value | Should -Be '2'
        ([pscustomobject]@{ FullName = $bracket } | Get-UcAppSetting).Value | Should -Be '3'
    }
    It 'on another drive of the file system' {
        $null = New-PSDrive -Name 'UcTest' -PSProvider FileSystem -Root $folder -Scope Global
        (Get-UcAppSetting -Path 'UcTest:/one.config').Value | Should -Be '1'
        (Get-UcAppSetting -LiteralPath 'UcTest:/one.config').Path | Should -Be $one
        Remove-PSDrive -Name 'UcTest' -Scope Global
    }
    It 'of another provider are an error' -ForEach @(@{ path = 'Env:\PATH' }, @{ path = 'Env:\P*' }, @{ path = 'Function:\prompt' }) {
        $errors = Get-TestError { Get-UcAppSetting -Path $path }
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'PathNotFileSystem,Get-UcAppSetting'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
    }
    It 'on a drive that does not exist are an error' {
        (Get-TestError { Get-UcAppSetting -Path 'nodrive:\a.config' })[0].FullyQualifiedErrorId | Should -Be 'PathUnresolved,Get-UcAppSetting'
    }
    It 'that match nothing are an error, and the others go on' {
        $seen = @(Get-UcAppSetting -Path 'nix*.config', 'one.config' -ErrorAction SilentlyContinue -ErrorVariable problems)
        $seen | Should -HaveCount 1
        # What passed several functions of the module is one error for its caller, in every list.
        $problems | Should -HaveCount 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'PathNotMatched,Get-UcAppSetting'
        $problems[0].InvocationInfo.MyCommand.Name | Should -Be 'Get-UcAppSetting'
        $count = $global:Error.Count
        $null = Get-UcAppSetting -Path 'nix*.config' -ErrorAction SilentlyContinue -ErrorVariable +problems
        $problems | Should -HaveCount 2
        $global:Error.Count | Should -Be ($count + 1)
        $problems[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $problems[0].TargetObject | Should -Be 'nix*.config'
    }
    It 'of a folder are an error' {
        (Get-TestError { Get-UcAppSetting -Path $folder })[0].FullyQualifiedErrorId | Should -Be 'NotAFile,Get-UcAppSetting'
    }
    It 'that do not exist are one error with the file as its target' {
        $errors = Get-TestError { Get-UcAppSetting -Path 'nix.config' }
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'FileNotFound,Get-UcAppSetting'
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $errors[0].TargetObject | Should -Be (Join-Path $folder 'nix.config')
        $errors[0].Exception | Should -BeOfType [System.IO.FileNotFoundException]
    }
    It 'in a folder that does not exist are an error' {
        (Get-TestError { Get-UcAppSetting -Path 'nix/a.config' })[0].FullyQualifiedErrorId | Should -Be 'DirectoryNotFound,Get-UcAppSetting'
    }
    It 'fail alike in every function: <name>' -ForEach @(
        @{ name = 'Set-UcAppSetting'; call = { Set-UcAppSetting -Path 'nix.config' -Key k -Value v } }
        @{ name = 'Remove-UcAppSetting'; call = { Remove-UcAppSetting -Path 'nix.config' -Key k } }
        @{ name = 'Test-UcConfig'; call = { Test-UcConfig -Path 'nix.config' } }
    ) {
        $errors = Get-TestError $call
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be ('FileNotFound,' + $name)
    }
}
