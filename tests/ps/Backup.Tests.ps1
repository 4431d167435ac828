Describe 'backups' {
    BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }
    BeforeEach {
        $file = New-TestConfig -Content '<add key="a" value="1" />'
        $first = Get-TestHash $file
        Set-UcAppSetting -Path $file -Key a -Value 2 -Reason 'CHG-2' @backup
        $second = Get-TestHash $file
        Set-UcAppSetting -Path $file -Key a -Value 3 @backup
    }
    It 'are listed newest first, with everything that tells them apart' {
        $list = @(Get-UcConfigBackup -Path $file @backup)
        $list | Should -HaveCount 2
        $list[1].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.ConfigBackup'
        $list[1].Path | Should -Be $file
        $list[1].Sha256 | Should -Be $first
        $list[0].Sha256 | Should -Be $second
        $list[1].Reason | Should -Be 'CHG-2'
        $list[1].Operation | Should -Be 'edit'
        $list[1].User | Should -Not -BeNullOrEmpty
        $list[1].Computer | Should -Not -BeNullOrEmpty
        $list[1].Time | Should -BeOfType [datetime]
        [string]$list[1].Time.Kind | Should -Be 'Local'
        [Math]::Abs(((Get-Date) - $list[1].Time).TotalMinutes) | Should -BeLessThan 5
        $list[0].Time | Should -BeGreaterOrEqual $list[1].Time
        Get-TestHash $list[1].File | Should -Be $first
    }
    It 'are found by id, by pattern and from the pipeline' {
        $list = @(Get-UcConfigBackup -Path $file @backup)
        (Get-UcConfigBackup -Id $list[1].Id @backup).Id | Should -Be $list[1].Id
        $pattern = Join-Path $TestDrive ([System.IO.Path]::GetFileName($file).Substring(0, 6) + '*')
        @(Get-UcConfigBackup -Path $pattern @backup) | Should -HaveCount 2
        @(Get-Item -LiteralPath $file | Get-UcConfigBackup @backup) | Should -HaveCount 2
        @(Get-UcConfigBackup -LiteralPath $file @backup) | Should -HaveCount 2
        @(Get-UcConfigBackup @backup).Count | Should -BeGreaterOrEqual 2
    }
    It 'of a file without any are nothing, and no error' {
        $other = New-TestConfig
        Get-TestError { Get-UcConfigBackup -Path $other @backup | Should -BeNullOrEmpty } | Should -BeNullOrEmpty
    }
    It 'restore the file byte for byte, and that can be undone' {
        $third = Get-TestHash $file
        $result = Get-UcConfigBackup -Path $file @backup | Select-Object -Last 1 | Restore-UcConfig -Confirm:$false -PassThru -Reason 'back'
        $result.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.RestoreResult'
        $result.Changed | Should -Be $true
        $result.Sha256After | Should -Be $first
        Get-TestHash $file | Should -Be $first
        $undo = @(Get-UcConfigBackup -Path $file @backup)[0]
        $undo.Id | Should -Be $result.BackupId
        $undo.Operation | Should -Be 'restore'
        $undo.Reason | Should -Be 'back'
        Restore-UcConfig -Path $file -Id $undo.Id -Confirm:$false @backup | Should -BeNullOrEmpty
        Get-TestHash $file | Should -Be $third
    }
    It 'restore a file that was deleted' {
        $id = @(Get-UcConfigBackup -Path $file @backup)[1].Id
        Remove-Item -LiteralPath $file
        @(Get-UcConfigBackup -Path $file @backup) | Should -HaveCount 2
        Restore-UcConfig -Path $file -Id $id -Confirm:$false @backup
        Get-TestHash $file | Should -Be $first
    }
    It 'ask nothing if the file already is what it should be' {
        $id = @(Get-UcConfigBackup -Path $file @backup)[1].Id
        Restore-UcConfig -Path $file -Id $id -Confirm:$false @backup
        (Restore-UcConfig -Path $file -Id $id -PassThru @backup).Changed | Should -Be $false
    }
    It 'that do not exist are an error' {
        $errors = Get-TestError { Restore-UcConfig -Path $file -Id 'nix' -Confirm:$false @backup }
        $errors[0].FullyQualifiedErrorId | Should -Be 'BackupNotFound,Restore-UcConfig'
        $errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
        $errors[0].TargetObject | Should -Be $file
    }
    It 'that are damaged are not restored' {
        $list = @(Get-UcConfigBackup -Path $file @backup)
        $before = Get-TestHash $file
        Set-ItemProperty -LiteralPath $list[0].File -Name IsReadOnly -Value $false
        [System.IO.File]::AppendAllText($list[0].File, 'x')
        (Get-TestError { Restore-UcConfig -Path $file -Id $list[0].Id -Confirm:$false @backup })[0].FullyQualifiedErrorId | Should -Be 'BackupDamaged,Restore-UcConfig'
        Get-TestHash $file | Should -Be $before
    }
    It 'with a manifest that cannot be read are a warning, and the others are listed' {
        $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N'))
        Set-UcAppSetting -Path $file -Key a -Value 4 -BackupDirectory $folder
        Set-UcAppSetting -Path $file -Key a -Value 5 -BackupDirectory $folder
        $manifest = @(Get-ChildItem -LiteralPath $folder -Recurse | Where-Object { $_.Extension -eq '.json' })[0].FullName
        Set-ItemProperty -LiteralPath $manifest -Name IsReadOnly -Value $false
        [System.IO.File]::WriteAllText($manifest, 'no JSON')
        $list = @(Get-UcConfigBackup -Path $file -BackupDirectory $folder -WarningVariable warnings -WarningAction SilentlyContinue)
        $list | Should -HaveCount 1
        $warnings | Should -HaveCount 1
    }
    It 'are deleted but for the newest' {
        $newest = @(Get-UcConfigBackup -Path $file @backup)[0].Id
        $removed = @(Clear-UcConfigBackup -Path $file -Keep 1 -PassThru @backup)
        $removed | Should -HaveCount 1
        $removed[0].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.RemovedBackup'
        @(Get-UcConfigBackup -Path $file @backup | ForEach-Object { $_.Id }) | Should -Be $newest
        Clear-UcConfigBackup -Path $file -Keep 1 @backup | Should -BeNullOrEmpty
    }
    It 'are never all deleted' {
        { Clear-UcConfigBackup -Keep 0 @backup } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Clear-UcConfigBackup'
    }
    It 'are shown as a table by file' -Tag 'Language' {
        Get-UcConfigBackup -Path $file @backup | Out-String -Width 150 | Should -Match 'Time\s+Operation\s+User\s+Reason\s+Id'
    }
}
