# The registry of Windows itself: everywhere else hooks of the simulation answer for it.
Describe 'The registry' -Tag 'Windows' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $key = 'HKCU:\Software\UcIntegration test ' + [Guid]::NewGuid().ToString('N').Substring(0, 8)
        [void](New-Item -Path $key)
        Set-ItemProperty -LiteralPath $key -Name 'Path' -Value 'C:\a folder\b.dll'
        Set-ItemProperty -LiteralPath $key -Name 'Blank' -Value ''

        function Get-TestValue {
            param([string]$Key, [string]$Name)
            Invoke-InModule { param($key, $name) Get-UcRegistryValue -Key $key -Name $name } $Key, $Name
        }
    }
    AfterAll { Remove-Item -LiteralPath $key -Recurse }

    It 'answers a value, and a blank one as blank' {
        Get-TestValue $key 'Path' | Should -BeExactly 'C:\a folder\b.dll'
        Get-TestValue $key 'Blank' | Should -BeExactly ''
    }
    It 'answers nothing where there is no such <what>' -ForEach @(
        @{ what = 'value'; under = ''; name = 'Other' }, @{ what = 'key'; under = '\Other'; name = 'Path' }
    ) {
        @(Get-TestValue ($key + $under) $name | Where-Object { $null -ne $_ }) | Should -HaveCount 0
    }
    It 'lists the products with a name, and none where there is no list' {
        foreach ($name in 'UCMA 4.0', 'Other') {
            [void](New-Item -Path ($key + '\' + $name))
            Set-ItemProperty -LiteralPath ($key + '\' + $name) -Name 'DisplayName' -Value ($name + ', Runtime')
            Set-ItemProperty -LiteralPath ($key + '\' + $name) -Name 'DisplayVersion' -Value '5.0.8308.0'
        }
        [void](New-Item -Path ($key + '\Nameless'))
        $found = @(Invoke-InModule { param($key) Get-UcInstalledProduct -Like '*UCMA*' -Key $key } (, $key))
        $found | Should -HaveCount 1
        $found[0].DisplayName | Should -BeExactly 'UCMA 4.0, Runtime'
        $found[0].DisplayVersion | Should -BeExactly '5.0.8308.0'
        @(Invoke-InModule { param($key) Get-UcInstalledProduct -Like '*' -Key ($key + '\No list') } (, $key)) | Should -HaveCount 0
    }
    It 'knows the domain of this computer' {
        $domain = [string][Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters', 'Domain', '')
        $expected = (@($env:COMPUTERNAME, $domain) | Where-Object { $_ }) -join '.'
        Invoke-InModule { Get-UcComputerName } | Should -Be $expected
    }
}
