Describe 'Get-UcAppSetting' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $file = New-TestConfig -Name 'web.config' -Content "<add key=`"IMServerName`" value=`"lync &amp; co`" />`r`n    <add key=`"A`" value=`"1`" />`r`n    <add key=`"a`" value=`"`" />"
    }
    It 'puts out typed objects with the exact value and the line' {
        $setting = Get-UcAppSetting -Path $file -Key 'imservername'
        $setting.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.AppSetting'
        $setting.Path | Should -Be $file
        $setting.Key | Should -BeExactly 'IMServerName'
        $setting.Value | Should -BeExactly 'lync & co'
        $setting.Line | Should -Be 4
        $setting.Effective | Should -BeTrue
        $setting.OverriddenBy | Should -BeExactly ''
    }
    It 'says what overrides a setting' {
        $settings = @(Get-UcAppSetting -Path $file -Key 'a')
        $settings | Should -HaveCount 2
        $settings[0].Effective | Should -BeFalse
        $settings[0].OverriddenBy | Should -BeExactly ($file + ':6 (add)')
        $settings[1].Effective | Should -BeTrue
        $settings[1].Value | Should -BeExactly ''
    }
    It 'gives nothing and no error for a key that is not set' {
        $errors = Get-TestError { Get-UcAppSetting -Path $file -Key 'nix' | Should -BeNullOrEmpty }
        $errors | Should -BeNullOrEmpty
    }
    It 'takes wildcards and lists of keys, each setting once' {
        @(Get-UcAppSetting -Path $file -Key 'IM*', 'a') | Should -HaveCount 3
        @(Get-UcAppSetting -Path $file -Key '*', 'IM*') | Should -HaveCount 3
        @(Get-UcAppSetting $file 'IM*') | Should -HaveCount 1
    }
    It 'reads a location' {
        $path = New-TestFile -Text '<configuration><location path="sub/x"><appSettings><add key="k" value="in" /></appSettings></location><appSettings><add key="k" value="out" /></appSettings></configuration>'
        (Get-UcAppSetting -Path $path -Location 'sub/x').Value | Should -Be 'in'
        (Get-UcAppSetting -Path $path -Location 'sub/x').Location | Should -Be 'sub/x'
        (Get-UcAppSetting -Path $path).Value | Should -Be 'out'
        (Get-TestError { Get-UcAppSetting -Path $path -Location 'other' })[0].FullyQualifiedErrorId | Should -Be 'LocationNotFound,Get-UcAppSetting'
    }
    It 'reads the file that the section names, and says where each setting is' {
        $other = New-TestFile -Name 'over.config' -Text "<appSettings>`n<add key=`"k`" value=`"over`" /></appSettings>"
        $path = New-TestFile -Name 'base.config' -Text '<configuration><appSettings file="over.config"><add key="k" value="base" /></appSettings></configuration>'
        $effective = Get-UcAppSetting -Path $path | Where-Object { $_.Effective }
        $effective.Value | Should -Be 'over'
        $effective.Path | Should -Be $other
        $hidden = Get-UcAppSetting -Path $path | Where-Object { -not $_.Effective }
        $hidden.OverriddenBy | Should -Be ($other + ':2 (add)')
    }
    It 'leaves the file alone' {
        $before = Get-TestHash $file
        $time = (Get-Item -LiteralPath $file).LastWriteTimeUtc
        $null = Get-UcAppSetting -Path $file
        Get-TestHash $file | Should -Be $before
        (Get-Item -LiteralPath $file).LastWriteTimeUtc | Should -Be $time
    }
    It 'is shown as a table by file' {
        $text = Get-UcAppSetting -Path $file -Key IMServerName | Out-String -Width 120
        $text | Should -Match 'Key\s+Line\s+Effective\s+Value'
        $text | Should -Match 'IMServerName\s+4\s+True\s+lync & co'
    }
    It 'goes through the pipeline into Set-UcAppSetting, also with brackets in the name of the file' {
        $path = New-TestConfig -Name 'web[1].config' -Content '<add key="k" value="1" />'
        $trap = New-TestConfig -Name 'web1.config' -Content '<add key="k" value="1" />'
        Get-UcAppSetting -LiteralPath $path -Key k | Set-UcAppSetting -Value '2' @backup
        (Get-UcAppSetting -LiteralPath $path).Value | Should -Be '2'
        (Get-UcAppSetting -LiteralPath $trap).Value | Should -Be '1'
    }
    It 'reads a megabyte' {
        $path = New-TestConfig -Content ('<add key="k" value="' + ('x' * 1mb) + '" />')
        (Get-UcAppSetting -Path $path).Value.Length | Should -Be 1mb
    }
}
