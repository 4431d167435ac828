Describe 'Test-UcValue' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $thumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'
    }
    It 'gives the normal form of a valid value' {
        $check = Test-UcValue -Kind Thumbprint -Value '1f 2e 3d 4c 5b 6a 79 88 01 23 45 67 89 ab cd ef 01 23 45 67'
        $check.PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.ValueCheck'
        $check.Valid | Should -Be $true
        $check.Normalized | Should -BeExactly $thumbprint
        $check.Kind | Should -BeExactly 'Thumbprint'
    }
    It 'finds the invisible mark of the certificate dialog, and says so' {
        $check = Test-UcValue -Kind Thumbprint -Value ([string][char]0x200e + $thumbprint)
        $check.Problems.Count | Should -BeGreaterThan 0
        $check.Problems[0].PSObject.TypeNames[0] | Should -BeExactly 'UcIntegration.ValueProblem'
        $check.Problems[0].Code | Should -Not -BeNullOrEmpty
        $check.Problems[0].Message | Should -Not -BeNullOrEmpty
        $check.Value.Length | Should -Be 41
    }
    It 'tells what is wrong with an invalid value' {
        $check = Test-UcValue -Kind Thumbprint -Value 'NKT123'
        $check.Valid | Should -Be $false
        @($check.Problems | Where-Object { $_.Severity -eq 'Error' }).Count | Should -BeGreaterThan 0
    }
    It 'knows every kind: <kind>' -ForEach @(
        @{ kind = 'Thumbprint'; good = '1F2E3D4C5B6A79880123456789ABCDEF01234567'; bad = 'x' }
        @{ kind = 'Fqdn'; good = 'lyncpool.contoso.com'; bad = 'lync pool' }
        @{ kind = 'SipAddress'; good = 'sip:anna@contoso.com'; bad = 'anna' }
        @{ kind = 'SipDomain'; good = 'contoso.com'; bad = 'con toso' }
        @{ kind = 'Port'; good = '5199'; bad = '70000' }
        @{ kind = 'Url'; good = 'https://mail.contoso.com/owa'; bad = 'mail' }
        @{ kind = 'AutodiscoverUrl'; good = 'https://autodiscover.contoso.com/autodiscover/autodiscover.svc'; bad = 'x' }
        @{ kind = 'MetadataUrl'; good = 'https://autodiscover.contoso.com/autodiscover/metadata/json/1'; bad = 'x' }
    ) {
        Test-UcValue -Kind $kind -Value $good -Quiet | Should -Be $true
        Test-UcValue -Kind $kind -Value $bad -Quiet | Should -Be $false
        (Test-UcValue -Kind $kind.ToLowerInvariant() -Value $good).Kind | Should -BeExactly $kind
    }
    It 'answers for an empty value' -ForEach 'ApplicationId', 'DialPlan', 'Fqdn' {
        (Test-UcValue -Kind $_ -Value '').Valid | Should -Be $false
    }
    It 'takes values from the pipeline, one answer each' {
        @('5061', 'x', '443' | Test-UcValue -Kind Port -Quiet) | Should -Be $true, $false, $true
        ([pscustomobject]@{ Kind = 'Port'; Value = '443' } | Test-UcValue).Valid | Should -Be $true
        @(Test-UcValue Port '1', '2') | Should -HaveCount 2
    }
    It 'takes lines from Get-Content' {
        $path = New-TestFile -Text "lyncpool.contoso.com`r`n" -Name 'servers.txt'
        Get-Content -LiteralPath $path | Test-UcValue -Kind Fqdn -Quiet | Should -Be $true
    }
    It 'refuses half a surrogate pair' {
        (Get-TestError { Test-UcValue -Kind Fqdn -Value ([string][char]0xd83d) })[0].FullyQualifiedErrorId | Should -Be 'RequestNotJson,Test-UcValue'
    }
    It 'refuses a kind that does not exist' {
        { Test-UcValue -Kind Nonsense -Value 'x' } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Test-UcValue'
    }
    It 'lists the same kinds as the library' {
        $kinds = (Get-Command Test-UcValue).Parameters['Kind'].Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] } | ForEach-Object { $_.ValidValues }
        foreach ($kind in $kinds) { (Test-UcValue -Kind $kind -Value 'x').Kind | Should -BeExactly $kind }
    }
    It 'is shown as a table with the sentences of the problems' {
        Test-UcValue -Kind Port -Value '70000' | Out-String -Width 150 | Should -Match 'False\s+Port\s+70000'
    }
}
