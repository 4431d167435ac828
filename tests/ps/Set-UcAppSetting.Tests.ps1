$values = @(
    @{ name = 'empty'; value = '' }
    @{ name = 'quotes'; value = 'say "it''s"' }
    @{ name = 'the end of CDATA'; value = ']]>' }
    @{ name = 'the end of a comment'; value = '--> -- <!--' }
    @{ name = 'markup'; value = '<add key="x"/>&amp;&#10;' }
    @{ name = 'line ends'; value = "a`r`nb`nc`rd" }
    @{ name = 'a tab and blanks'; value = "`ta  b " }
    @{ name = 'a date'; value = '2024-01-01T00:00:00Z' }
    @{ name = 'braces and percent signs'; value = '{0} {path} %PATH% $env:PATH $(1) `n' }
    @{ name = 'French'; value = [string][char]0xe9 + [char]0x153 + [char]0xa0 + [char]0x2019 }
    @{ name = 'invisible marks'; value = [string][char]0x200e + [char]0xfeff + [char]0x2028 + [char]0x85 }
    @{ name = 'a surrogate pair'; value = [string][char]0xd83d + [char]0xde00 }
    @{ name = 'one megabyte'; value = 'x' * 1mb }
    @{ name = 'one megabyte of quotes'; value = '"' * 1mb }
)
$refused = @(
    @{ name = 'half a pair, high'; value = 'a' + [char]0xd83d; id = 'RequestNotJson' }
    @{ name = 'half a pair, low'; value = [string][char]0xde00 + 'a'; id = 'RequestNotJson' }
    @{ name = 'a pair the wrong way round'; value = [string][char]0xde00 + [char]0xd83d; id = 'RequestNotJson' }
    @{ name = 'a control character'; value = 'a' + [char]1; id = 'ValueInvalid' }
    @{ name = 'a zero'; value = 'a' + [char]0 + 'b'; id = 'ValueInvalid' }
    @{ name = 'a noncharacter'; value = [string][char]0xfffe; id = 'ValueInvalid' }
)
Describe 'Set-UcAppSetting' {
    BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }
    BeforeEach { $file = New-TestConfig }

    It 'writes <name> so that every parser reads it back' -ForEach $values {
        Set-UcAppSetting -Path $file -Key IMServerName -Value $value -SkipValueCheck @backup
        [string]::Equals((Get-UcAppSetting -Path $file).Value, $value, [StringComparison]::Ordinal) | Should -BeTrue
        [string]::Equals((Get-XmlValue $file 'IMServerName'), $value, [StringComparison]::Ordinal) | Should -BeTrue
    }
    It 'refuses <name> and leaves the file alone' -ForEach $refused {
        $before = Get-TestHash $file
        $errors = Get-TestError { Set-UcAppSetting -Path $file -Key IMServerName -Value $value @backup }
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be ($id + ',Set-UcAppSetting')
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $errors = Get-TestError { Set-UcAppSetting -Path $file -Setting @{ good = 'x'; bad = $value } @backup }
        $errors | Should -HaveCount 1
        Get-TestHash $file | Should -Be $before
    }
    It 'refuses a key that XML does not have' {
        (Get-TestError { Set-UcAppSetting -Path $file -Key ('a' + [char]1) -Value 'x' @backup })[0].FullyQualifiedErrorId | Should -Be 'KeyInvalid,Set-UcAppSetting'
    }
    It 'leaves out what does not belong to <key>, and says so' -ForEach @(
        @{ key = 'imCertificateTHUMBPRINT'; value = [string][char]0x200e + 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; written = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; says = '*U+200E*' }
        @{ key = 'IMCertificateThumbprint'; value = 'ea5a332496cc05da69b75b66111c0f78a110d22d'; written = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; says = '*minuscules*', '*lowercase*' }
        @{ key = 'imservername'; value = 'Lync.contoso.com. '; written = 'lync.contoso.com'; says = '*point*', '*dot*' }
    ) {
        $change = Set-UcAppSetting -Path $file -Key $key -Value $value -PassThru -WarningVariable said -WarningAction SilentlyContinue @backup
        $change.NewValue | Should -BeExactly $written
        Get-XmlValue $file $key | Should -BeExactly $written
        @($said | Where-Object { $text = [string]$_; $text -like ('*' + $written + '*') -and @($says | Where-Object { $text -like $_ }) }) | Should -Not -BeNullOrEmpty
    }
    It 'refuses <value> for <key>, and writes it if asked by name' -ForEach @(
        @{ key = 'imservername'; value = 'lync' }, @{ key = 'IMServerName'; value = '' }, @{ key = 'IMServerName'; value = 'https://lync.contoso.com' }
        @{ key = 'IMCERTIFICATETHUMBPRINT'; value = 'EA5A332496CC05DA69B75B66111C0F78A110D22' }, @{ key = 'IMCertificateThumbprint'; value = 'lync.contoso.com' }
    ) {
        $before = Get-TestHash $file
        $errors = Get-TestError { Set-UcAppSetting -Path $file -Setting @{ a = '1'; $key = $value } @backup }
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'ValueRejected,Set-UcAppSetting'
        $errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*-SkipValueCheck*'
        Get-TestHash $file | Should -Be $before
        $said = @(Set-UcAppSetting -Path $file -Setting @{ a = '1'; $key = $value } -SkipValueCheck @backup 3>&1)
        $said | Should -HaveCount 0
        Get-XmlValue $file $key | Should -BeExactly $value
    }
    It 'keeps a value of the file that differs in case alone' {
        $path = New-TestConfig -Content '<add key="IMServerName" value="LYNC.Contoso.com" /><add key="IMCertificateThumbprint" value="ea5a332496cc05da69b75b66111c0f78a110d22d" />'
        $before = Get-TestHash $path
        $setting = @{ IMServerName = 'lync.contoso.com'; imcertificatethumbprint = 'EA5A332496CC05DA69B75B66111C0F78A110D22D' }
        $changes = @(Set-UcAppSetting -Path $path -Setting $setting -PassThru @backup)
        @($changes | ForEach-Object { $_.Action } | Sort-Object -Unique) | Should -Be 'Unchanged'
        Get-TestHash $path | Should -Be $before
        Set-UcAppSetting -Path $path -Setting $setting -SkipValueCheck @backup
        Get-XmlValue $path 'IMServerName' | Should -BeExactly 'lync.contoso.com'
    }
    It 'shows with -WhatIf what would be written' {
        $script = "Import-Module -Name '$env:UC_TEST_MODULE'; Set-UcAppSetting -Path '$file' -Key IMServerName -Value ' Lync.contoso.com. ' -WhatIf"
        $shown = Invoke-TestProcess $script
        $shown.Output | Should -BeLike '*value="lync.contoso.com"*'
        Get-XmlValue $file 'IMServerName' | Should -BeExactly ''
    }
    It 'says of any other key what nobody sees, repeats no value and writes it as given: <name>' -Tag 'Language' -ForEach @(
        @{ name = 'in the value'; key = 'Secret'; value = 'pass' + [char]0x200e + 'word'; says = 'U+200E' }
        @{ name = 'in the key'; key = 'IMServerName' + [char]0xa0; value = 'password'; says = 'U+00A0' }
        @{ name = 'blanks around the key'; key = ' IMServerName'; value = 'password'; says = 'espaces', 'spaces' }
    ) {
        $said = @(Set-UcAppSetting -Path $file -Key $key -Value $value @backup 3>&1)
        $said | Should -HaveCount 1
        @($says | Where-Object { [string]$said[0] -like ('*' + $_ + '*') }) | Should -Not -BeNullOrEmpty
        [string]$said[0] | Should -Not -BeLike '*word*'
        Get-XmlValue $file $key | Should -BeExactly $value
    }
    It 'says where else the key stands, and leaves it there' {
        $path = New-TestConfig -Content "<!-- <add key=`"IMServerName`" value=`"old.contoso.com`" /> -->"
        $said = @(Set-UcAppSetting -Path $path -Key imservername -Value lync.contoso.com @backup 3>&1)
        $said | Should -HaveCount 1
        [string]$said[0] | Should -BeLike '*4*IMServerName*'
        [System.IO.File]::ReadAllText($path) | Should -BeLike '*old.contoso.com*lync.contoso.com*'
    }
    It 'holds known keys from rows of Import-Csv and from Get-UcAppSetting to their form too' {
        $csv = New-TestFile -Name 'known.csv' -Text "Path,Key,Value`r`n$file,IMSERVERNAME,lync`r`n"
        (Get-TestError { Import-Csv -LiteralPath $csv | Set-UcAppSetting @backup })[0].FullyQualifiedErrorId | Should -Be 'ValueRejected,Set-UcAppSetting'
        $path = New-TestConfig -Content '<add key="IMServerName" value="lync" />'
        (Get-TestError { Get-UcAppSetting -Path $path | Set-UcAppSetting @backup })[0].FullyQualifiedErrorId | Should -Be 'ValueRejected,Set-UcAppSetting'
    }
    It 'lets Remove-UcAppSetting and Restore-UcConfig put back what was there, wrong or not' {
        $path = New-TestConfig -Content '<add key="IMServerName" value="lync" />'
        $before = Get-TestHash $path
        Remove-UcAppSetting -Path $path -Key imSERVERname @backup
        Restore-UcConfig -Path $path -Id (Get-UcConfigBackup -Path $path @backup).Id -Confirm:$false @backup
        Get-TestHash $path | Should -Be $before
    }
    It 'refuses an empty key' {
        { Set-UcAppSetting -Path $file -Key '' -Value 'x' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Set-UcAppSetting'
    }
    It 'changes the bytes of the value and no other' {
        $before = [System.IO.File]::ReadAllText($file)
        Set-UcAppSetting $file IMServerName 'lync.contoso.com' @backup
        [System.IO.File]::ReadAllText($file) | Should -BeExactly $before.Replace('value=""', 'value="lync.contoso.com"')
    }
    It 'puts out nothing, unless asked' {
        Set-UcAppSetting -Path $file -Key a -Value b @backup | Should -BeNullOrEmpty
        $change = Set-UcAppSetting -Path $file -Key a -Value c -PassThru @backup
        $change.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.SettingChange'
        $change.Path | Should -Be $file
        $change.Key | Should -BeExactly 'a'
        $change.Action | Should -Be 'Updated'
        $change.OldValue | Should -Be 'b'
        $change.NewValue | Should -Be 'c'
        $change.Line | Should -Be 5
        $change.Effective | Should -Be $true
        $change.BackupId | Should -Not -BeNullOrEmpty
        $change.Diff | Should -Match '\+ +<add key="a" value="c" />'
    }
    It 'writes nothing to the host' {
        $said = @(Set-UcAppSetting -Path $file -Key a -Value b @backup *>&1)
        $said | Should -HaveCount 0
    }
    It 'writes nothing if nothing changes, and asks nothing' {
        Set-UcAppSetting -Path $file -Key a -Value b @backup
        $time = (Get-Item -LiteralPath $file).LastWriteTimeUtc
        $change = Set-UcAppSetting -Path $file -Key a -Value b -PassThru -Confirm @backup
        $change.Action | Should -Be 'Unchanged'
        $change.BackupId | Should -BeNullOrEmpty
        (Get-Item -LiteralPath $file).LastWriteTimeUtc | Should -Be $time
    }
    It 'takes several settings as one edit, in their order' {
        $settings = [ordered]@{ z = '1'; IMServerName = 'lync.contoso.com'; b = 2; c = $true }
        $changes = @(Set-UcAppSetting -Path $file -Setting $settings -PassThru @backup)
        @($changes | ForEach-Object { $_.Key }) | Should -Be 'z', 'IMServerName', 'b', 'c'
        @($changes | ForEach-Object { $_.BackupId } | Sort-Object -Unique) | Should -HaveCount 1
        @(Get-UcConfigBackup -Path $file @backup) | Should -HaveCount 1
        Get-XmlValue $file 'b' | Should -Be '2'
        Get-XmlValue $file 'c' | Should -Be 'True'
    }
    It 'refuses a value in a dictionary that is not one text: <name>' -ForEach @(
        @{ name = 'null'; value = $null }, @{ name = 'a list'; value = @('a', 'b') }, @{ name = 'a dictionary'; value = @{ a = 1 } }
    ) {
        $before = Get-TestHash $file
        $errors = Get-TestError { Set-UcAppSetting -Path $file -Setting @{ ok = '1'; k = $value } @backup }
        $errors[0].FullyQualifiedErrorId | Should -Be 'SettingValueInvalid,Set-UcAppSetting'
        Get-TestHash $file | Should -Be $before
    }
    It 'takes the lines of Get-Content as they are' {
        $list = New-TestFile -Name 'list.txt' -Text "lync.contoso.com`r`n"
        Set-UcAppSetting -Path $file -Setting @{ IMServerName = (Get-Content -LiteralPath $list) } @backup
        Get-XmlValue $file 'IMServerName' | Should -BeExactly 'lync.contoso.com'
    }
    It 'takes rows of Import-Csv; the rows of one file are one edit' {
        $other = New-TestConfig
        $csv = New-TestFile -Name 'rows.csv' -Text "Path,Key,Value`r`n$file,a,1`r`n$other,a,2`r`n$file,b,`r`n"
        $changes = @(Import-Csv -LiteralPath $csv | Set-UcAppSetting -PassThru @backup)
        $changes | Should -HaveCount 3
        @($changes | Where-Object { $_.Path -eq $file } | ForEach-Object { $_.BackupId } | Sort-Object -Unique) | Should -HaveCount 1
        Get-XmlValue $file 'b' | Should -BeExactly ''
        Get-XmlValue $other 'a' | Should -Be '2'
    }
    It 'writes none of the rows of a file if one of them is bad, and all of the others' {
        $other = New-TestConfig
        $before = Get-TestHash $file
        $rows = @(
            [pscustomobject]@{ Path = $file; Key = 'a'; Value = '1' }
            [pscustomobject]@{ Path = $other; Key = 'a'; Value = '1' }
            [pscustomobject]@{ Path = $file; Key = 'b'; Value = [string][char]1 }
        )
        $errors = Get-TestError { $rows | Set-UcAppSetting @backup }
        $errors | Should -HaveCount 1
        Get-TestHash $file | Should -Be $before
        Get-XmlValue $other 'a' | Should -Be '1'
    }
    It 'refuses to set a key twice in one edit' {
        $rows = [pscustomobject]@{ Path = $file; Key = 'a'; Value = '1' }, [pscustomobject]@{ Path = $file; Key = 'A'; Value = '2' }
        (Get-TestError { $rows | Set-UcAppSetting @backup })[0].FullyQualifiedErrorId | Should -Be 'ChangeConflict,Set-UcAppSetting'
    }
    It 'takes files from Get-ChildItem' {
        $folder = Join-Path $TestDrive ([Guid]::NewGuid().ToString('N'))
        [void][System.IO.Directory]::CreateDirectory($folder)
        Copy-Item -LiteralPath $file -Destination (Join-Path $folder 'a[1].config')
        Copy-Item -LiteralPath $file -Destination (Join-Path $folder 'b.config')
        Get-ChildItem -LiteralPath $folder | Set-UcAppSetting -Key k -Value v @backup
        Get-ChildItem -LiteralPath $folder | ForEach-Object { Get-XmlValue $_.FullName 'k' } | Should -Be 'v', 'v'
    }
    It 'edits a location' {
        $path = New-TestFile -Text '<configuration><location path="x"><appSettings><add key="k" value="1" /></appSettings></location><appSettings><add key="k" value="1" /></appSettings></configuration>'
        $change = Set-UcAppSetting -Path $path -Location x -Key k -Value 2 -PassThru @backup
        $change.Location | Should -Be 'x'
        [System.IO.File]::ReadAllText($path) | Should -Be '<configuration><location path="x"><appSettings><add key="k" value="2" /></appSettings></location><appSettings><add key="k" value="1" /></appSettings></configuration>'
    }
    It 'warns if another file overrides the key, in the language of the session' -Tag 'Language' {
        $over = New-TestFile -Name 'over2.config' -Text '<appSettings><add key="k" value="over" /></appSettings>'
        $path = New-TestFile -Name 'base2.config' -Text '<configuration><appSettings file="over2.config"><add key="k" value="base" /></appSettings></configuration>'
        $change = Set-UcAppSetting -Path $path -Key k -Value new -PassThru -WarningVariable warnings -WarningAction SilentlyContinue @backup
        $change.Effective | Should -Be $false
        $change.OverriddenBy | Should -Be ($over + ':1 (add)')
        $warnings | Should -HaveCount 1
        [string]$warnings[0] | Should -Match $(if ($french) { 'sans effet' } else { 'no effect' })
    }
    It 'can leave out the backup' {
        $change = Set-UcAppSetting -Path $file -Key a -Value b -NoBackup -PassThru
        $change.BackupId | Should -BeNullOrEmpty
    }
    It 'keeps the reason with the backup, in a folder relative to the location' {
        Push-Location -LiteralPath $TestDrive
        try { Set-UcAppSetting -Path $file -Key a -Value b -Reason 'CHG-1' -BackupDirectory 'relative' } finally { Pop-Location }
        (Get-UcConfigBackup -Path $file -BackupDirectory (Join-Path $TestDrive 'relative')).Reason | Should -Be 'CHG-1'
    }
    It 'refuses a backup folder that is not in the file system' {
        $before = Get-TestHash $file
        (Get-TestError { Set-UcAppSetting -Path $file -Key a -Value b -BackupDirectory 'Env:\x' })[0].FullyQualifiedErrorId | Should -Be 'PathNotFileSystem,Set-UcAppSetting'
        Get-TestHash $file | Should -Be $before
    }
    It 'edits nothing if no backup can be written' {
        $blocked = New-TestFile -Name 'blocked' -Text 'x'
        $before = Get-TestHash $file
        (Get-TestError { Set-UcAppSetting -Path $file -Key a -Value b -BackupDirectory $blocked })[0].FullyQualifiedErrorId | Should -Be 'BackupDirectoryUnavailable,Set-UcAppSetting'
        Get-TestHash $file | Should -Be $before
    }
    It 'does not touch a malformed file and says where it is broken' -Tag 'Language' {
        $path = New-TestFile -Name 'bad.config' -Text "<configuration>`n<appSettings>`n<add key=`"a`" value=x/>"
        $before = Get-TestHash $path
        $errors = Get-TestError { Set-UcAppSetting -Path $path -Key a -Value b @backup }
        $errors[0].FullyQualifiedErrorId | Should -Be 'XmlMalformed,Set-UcAppSetting'
        $errors[0].CategoryInfo.Category | Should -Be 'ParserError'
        $errors[0].TargetObject | Should -Be $path
        $errors[0].Exception.Data['line'] | Should -Be 3
        $errors[0].Exception.Message | Should -Match $(if ($french) { 'ligne 3, colonne \d+' } else { 'line 3, column \d+' })
        $errors[0].Exception.Message.Contains($path) | Should -BeTrue
        $errors[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        [string]$errors[0] | Should -BeLike ('*' + $errors[0].ErrorDetails.RecommendedAction)
        Get-TestHash $path | Should -Be $before
    }
}
Describe 'Remove-UcAppSetting' {
    BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }
    BeforeEach {
        $file = New-TestConfig -Content "<add key=`"a`" value=`"1`" />`r`n    <add key=`"b`" value=`"2`" />`r`n    <add key=`"c`" value=`"3`" />"
    }
    It 'removes keys with their lines and nothing else' {
        $before = [System.IO.File]::ReadAllText($file)
        Remove-UcAppSetting $file a, C @backup | Should -BeNullOrEmpty
        $after = $before.Replace("    <add key=`"a`" value=`"1`" />`r`n", '').Replace("    <add key=`"c`" value=`"3`" />`r`n", '')
        [System.IO.File]::ReadAllText($file) | Should -BeExactly $after
        @(Get-UcConfigBackup -Path $file @backup) | Should -HaveCount 1
    }
    It 'gives a change object for each key; one that is not there is unchanged' {
        $changes = @(Remove-UcAppSetting -Path $file -Key a, nix -PassThru @backup)
        $changes[0].Action | Should -Be 'Removed'
        $changes[0].OldValue | Should -Be '1'
        $changes[1].Action | Should -Be 'Unchanged'
    }
    It 'removes what Get-UcAppSetting finds, as one edit' {
        Get-UcAppSetting -Path $file | Remove-UcAppSetting @backup
        @(Get-UcAppSetting -Path $file) | Should -HaveCount 0
        @(Get-UcConfigBackup -Path $file @backup) | Should -HaveCount 1
    }
    It 'brings the file back to its bytes after an addition' {
        $before = Get-TestHash $file
        Set-UcAppSetting -Path $file -Key new -Value x @backup
        Remove-UcAppSetting -Path $file -Key new @backup
        Get-TestHash $file | Should -Be $before
    }
}
