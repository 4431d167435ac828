# The catalogue of rules as the module shows it. What rules say is held by their own tests.
Describe 'Get-UcRule' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $page = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../docs/rules.md'))
        $documented = @([regex]::Matches($page, '(?m)^## (\S+)\r?$') | ForEach-Object { $_.Groups[1].Value })
    }
    It 'lists the rules of docs/rules.md, all of them and no others' {
        $documented.Count | Should -BeGreaterThan 100
        $ids = @((Get-UcRule).Id)
        $ids.Count | Should -Be $documented.Count
        Compare-Object -ReferenceObject $documented -DifferenceObject $ids | Should -BeNullOrEmpty
        @($ids | Sort-Object -Unique).Count | Should -Be $ids.Count
    }
    It 'finds each rule by its id, without case' {
        $id = $documented[0]
        (Get-UcRule -Id $id.ToLowerInvariant()).Id | Should -BeExactly $id
    }
    It 'lists only the rules of a scenario' {
        $rules = @(Get-UcRule -Scenario Hybrid)
        $rules.Count | Should -BeGreaterThan 0
        $rules.Count | Should -BeLessThan $documented.Count
        @($rules | Where-Object { $_.Scenario -notcontains 'Hybrid' }) | Should -BeNullOrEmpty
    }
    It 'says which rule there is not' {
        $errors = @(Get-TestError { Get-UcRule -Id 'NO-SUCH-RULE' })
        $errors[0].FullyQualifiedErrorId | Should -Be 'RuleNotFound,Get-UcRule'
        Get-UcRule -Id 'NO-SUCH-*' | Should -BeNullOrEmpty
    }
}
