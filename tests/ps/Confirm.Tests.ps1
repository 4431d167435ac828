# -WhatIf and -Confirm: what they show, and that they really hold the hand of the command.
Describe 'WhatIf and Confirm' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $manifest = $env:UC_TEST_MODULE
        $directory = $backup.BackupDirectory
    }
    BeforeEach {
        $file = New-TestConfig -Content '<add key="a" value="1" />'
        $original = Get-TestHash $file
    }
    It '<name> -WhatIf leaves the file and its backups alone' -ForEach @(
        @{ name = 'Set-UcAppSetting'; call = { Set-UcAppSetting -Path $file -Key a -Value 2 -WhatIf -PassThru @backup } }
        @{ name = 'Remove-UcAppSetting'; call = { Remove-UcAppSetting -Path $file -Key a -WhatIf -PassThru @backup } }
        @{ name = 'Restore-UcConfig'; call = { Restore-UcConfig -Path $file -Id $id -WhatIf -PassThru @backup } }
        @{ name = 'Clear-UcConfigBackup'; call = { Clear-UcConfigBackup -Path $file -Keep 1 -WhatIf -PassThru @backup } }
    ) {
        Set-UcAppSetting -Path $file -Key a -Value x @backup
        Set-UcAppSetting -Path $file -Key a -Value y @backup
        $id = (Get-UcConfigBackup -Path $file @backup | Select-Object -Last 1).Id
        $before = Get-TestHash $file
        & $call | Should -BeNullOrEmpty
        Get-TestHash $file | Should -Be $before
        @(Get-UcConfigBackup -Path $file @backup) | Should -HaveCount 2
    }
    It '-WhatIf shows the exact line before and after' {
        $run = Invoke-TestProcess "Import-Module '$manifest'; Set-UcAppSetting -Path '$file' -Setting ([ordered]@{ a = '2'; b = 'n' }) -WhatIf -BackupDirectory '$directory'"
        $run.Output | Should -Match '- <add key="a" value="1" />'
        $run.Output | Should -Match '\+ <add key="a" value="2" />'
        $run.Output | Should -Match '\+ <add key="b" value="n" />'
        $run.Output.Contains($file) | Should -BeTrue
        $run.Output | Should -Match $(if ($french) { 'Modifier a, ligne 4' } else { 'Change a, line 4' })
        Get-TestHash $file | Should -Be $original
    }
    It 'a script that was started with -WhatIf writes nothing' {
        $script = New-TestFile -Name 'outer.ps1' -Text "[CmdletBinding(SupportsShouldProcess = `$true)] param([string]`$File) Set-UcAppSetting -Path `$File -Key a -Value 2 -NoBackup"
        & $script -File $file -WhatIf
        Get-TestHash $file | Should -Be $original
        & $script -File $file
        Get-TestHash $file | Should -Not -Be $original
    }
    It 'a script that was started with -ErrorAction Stop stops' {
        $script = New-TestFile -Name 'stop.ps1' -Text "[CmdletBinding()] param() Get-UcAppSetting -LiteralPath 'nix.config'; 'went on'"
        { & $script -ErrorAction Stop } | Should -Throw -ErrorId 'FileNotFound,Get-UcAppSetting'
    }
    It '-Confirm shows the line and takes no for an answer' {
        $run = Invoke-TestProcess "Import-Module '$manifest'; Set-UcAppSetting -Path '$file' -Key a -Value 2 -Confirm -NoBackup" -InputText "N`n"
        $run.Output | Should -Match '\+ <add key="a" value="2" />'
        $run.Output | Should -Match $(if ($french) { 'Voulez-vous' } else { 'Do you want' })
        Get-TestHash $file | Should -Be $original
    }
    It '-Confirm takes yes for an answer' {
        $null = Invoke-TestProcess "Import-Module '$manifest'; Set-UcAppSetting -Path '$file' -Key a -Value 2 -Confirm -NoBackup" -InputText "Y`n"
        Get-XmlValue $file 'a' | Should -Be '2'
    }
    It 'asks once for each file' {
        $other = New-TestConfig -Content '<add key="a" value="1" />'
        $null = Invoke-TestProcess "Import-Module '$manifest'; Set-UcAppSetting -Path '$file', '$other' -Setting @{ a = '2'; b = '3' } -Confirm -NoBackup" -InputText "N`nY`n"
        Get-TestHash $file | Should -Be $original
        Get-XmlValue $other 'b' | Should -Be '3'
    }
    It 'Restore-UcConfig asks without being told to' {
        Set-UcAppSetting -Path $file -Key a -Value 2 @backup
        $changed = Get-TestHash $file
        $text = "Import-Module '$manifest'; Get-UcConfigBackup -Path '$file' -BackupDirectory '$directory' | Restore-UcConfig"
        $run = Invoke-TestProcess $text -InputText "N`n"
        $run.Output | Should -Match '-    <add key="a" value="2" />'
        $run.Output | Should -Match '\+    <add key="a" value="1" />'
        Get-TestHash $file | Should -Be $changed
        $null = Invoke-TestProcess $text -InputText "Y`n"
        Get-TestHash $file | Should -Be $original
    }
    It 'writes only what was shown: a file that changed meanwhile is left alone' {
        # Somebody else writes while the question stands on the screen.
        $text = "Import-Module '$manifest'
            `$edits = & (Get-Module UcIntegration) { New-UcEditList }
            function Test-Gap { [CmdletBinding(SupportsShouldProcess = `$true)] param([string]`$File)
                `$shown = & (Get-Module UcIntegration) { param(`$f) Invoke-UcRequest -Function uc_config_apply -Request @{ path = `$f; changes = @(@{ op = 'set'; key = 'a'; value = '2' }); dryRun = `$true } } `$File
                [System.IO.File]::AppendAllText(`$File, '<!-- other -->')
                & (Get-Module UcIntegration) { param(`$f, `$h) (Invoke-UcRequest -Function uc_config_apply -Request @{ path = `$f; changes = @(@{ op = 'set'; key = 'a'; value = '2' }); expectedSha256 = `$h; backup = @{ enabled = `$false } }).Body['name'] } `$File `$shown.Body['sha256Before']
            }
            Test-Gap -File '$file'"
        (Invoke-TestProcess $text).Output | Should -Match 'FileChanged'
        Get-XmlValue $file 'a' | Should -Be '1'
    }
    It 'has the impact of its damage: <name> <impact>' -ForEach @(
        @{ name = 'Set-UcAppSetting'; impact = 'Medium' }, @{ name = 'Remove-UcAppSetting'; impact = 'Medium' }
        @{ name = 'Clear-UcConfigBackup'; impact = 'Medium' }, @{ name = 'Restore-UcConfig'; impact = 'High' }
    ) {
        $metadata = New-Object System.Management.Automation.CommandMetadata (Get-Command -Name $name)
        $metadata.SupportsShouldProcess | Should -BeTrue
        [string]$metadata.ConfirmImpact | Should -Be $impact
    }
}
