# The JSON of requests and responses: every text arrives exactly as it was, or is refused.
$texts = @(
    @{ name = 'empty'; text = '' }
    @{ name = 'quotes and backslashes'; text = '"a" \ ''b'' \\ /' }
    @{ name = 'white space'; text = " `t`r`n`n`r  " }
    @{ name = 'control characters'; text = (-join (0..31 | ForEach-Object { [char]$_ })) + [char]127 }
    @{ name = 'a date'; text = '2024-01-01T00:00:00Z' }
    @{ name = 'another date'; text = '/Date(1700000000000)/' }
    @{ name = 'a number'; text = '0012.50' }
    @{ name = 'words of JSON'; text = 'null' }
    @{ name = 'French'; text = [string][char]0xe9 + [char]0x153 + [char]0xa0 + [char]0x2019 }
    @{ name = 'a surrogate pair'; text = [string][char]0xd83d + [char]0xde00 }
    @{ name = 'noncharacters'; text = [string][char]0xfffe + [char]0xffff + [char]0xfeff }
    @{ name = 'line and paragraph separators'; text = [string][char]0x2028 + [char]0x2029 + [char]0x85 }
    @{ name = 'XML'; text = '<a b="c">&amp;]]><!-- -- --></a>' }
    @{ name = 'one megabyte'; text = 'x' * 1mb }
    @{ name = 'one megabyte of quotes'; text = '"' * 1mb }
)
Describe 'JSON' -Tag 'Language' {
    BeforeAll { . (Join-Path $PSScriptRoot 'Common.ps1') }
    It 'writes and reads <name>' -ForEach $texts {
        $back = Invoke-InModule { param($t) ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes((ConvertTo-UcJson @{ t = $t }))) } (, $text)
        $back['t'] | Should -BeOfType [string]
        [string]::Equals($back['t'], $text, [StringComparison]::Ordinal) | Should -BeTrue
    }
    It 'reads <name> as every serializer writes it' -ForEach @($texts | Where-Object { $_.text.Length -lt 1000 }) {
        $json = '{"t":"' + (-join ($text.ToCharArray() | ForEach-Object { '\u' + ([int]$_).ToString('x4') })) + '"}'
        $back = Invoke-InModule { param($j) ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes($j)) } (, $json)
        [string]::Equals($back['t'], $text, [StringComparison]::Ordinal) | Should -BeTrue
    }
    It 'writes half a surrogate pair as an escape, so that it is not replaced' {
        Invoke-InModule { ConvertTo-UcJsonString ('a' + [char]0xd83d) } | Should -BeExactly '"a\ud83d"'
        Invoke-InModule { ConvertTo-UcJsonString ([string][char]0xde00 + 'b') } | Should -BeExactly '"\ude00b"'
    }
    It 'writes the text of a line from Get-Content, not its hidden properties' {
        $file = New-TestFile -Text 'line'
        Invoke-InModule { param($t) ConvertTo-UcJson @{ t = $t } } (, (Get-Content -LiteralPath $file)) | Should -BeExactly '{"t":"line"}'
    }
    It 'keeps the types of a response' {
        $value = Invoke-InModule { ConvertFrom-UcJson ([System.Text.Encoding]::UTF8.GetBytes('{"n":12345678901,"t":true,"f":false,"z":null,"o":{},"e":[],"a":[1,[2],{"k":"v"}],"s":"x"}')) }
        $value['n'] | Should -Be 12345678901
        $value['t'] | Should -Be $true
        $value['f'] | Should -Be $false
        $value.ContainsKey('z') | Should -BeTrue
        $value['z'] | Should -Be $null
        $value['o'].Count | Should -Be 0
        $value['e'].Count | Should -Be 0
        $value['a'].Count | Should -Be 3
        $value['a'][1][0] | Should -Be 2
        $value['a'][2]['k'] | Should -Be 'v'
    }
    It 'writes numbers without regard to the culture' {
        Invoke-InModule { ConvertTo-UcJson @{ a = 1234567 } } | Should -BeExactly '{"a":1234567}'
    }
    It 'writes a point in time in UTC, whatever its zone and the culture' {
        $utc = New-Object System.DateTime 2038, 1, 19, 3, 14, 8, ([System.DateTimeKind]::Utc)
        foreach ($time in $utc, $utc.ToLocalTime()) { Invoke-InModule { param($t) ConvertTo-UcJson $t } (, $time) | Should -BeExactly '"2038-01-19T03:14:08Z"' }
    }
    It 'refuses what is not a value of JSON' {
        { Invoke-InModule { ConvertTo-UcJson 1.5 } } | Should -Throw -ExceptionType ([ArgumentException])
    }
}
