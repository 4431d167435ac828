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
    It 'gives the pages of each rule with title and address, each once, as docs/rules.md has them' {
        $link = [regex]'\[([^\]]+)\]\((https://\S+?)\)(?=;|\r?$)'
        $documentedPages = foreach ($section in ($page -split '(?m)^## ' | Select-Object -Skip 1)) {
            $id, $lines = $section -split '\r?\n'
            foreach ($line in $lines) { if ($line -like '- Source: *') { foreach ($one in $link.Matches($line)) { '{0}: {1} <{2}>' -f $id, $one.Groups[1].Value, $one.Groups[2].Value } } }
        }
        $pages = foreach ($rule in Get-UcRule) { foreach ($one in $rule.Sources) { '{0}: {1} <{2}>' -f $rule.Id, $one.Title, $one.Url } }
        @($pages).Count | Should -BeGreaterThan 150
        Compare-Object -ReferenceObject $documentedPages -DifferenceObject $pages -SyncWindow 0 | Should -BeNullOrEmpty
    }
    It 'shows its pages in a list' {
        $rule = Get-UcRule -Id 'SO-CREATE'
        $view = ($rule | Format-List -Property Sources | Out-String -Width 400).Trim()
        $view | Should -BeLike ('Sources*' + $rule.Sources[0].Title + ' <' + $rule.Sources[0].Url + '>*')
    }
    It 'finds rules by what people see, in words of either language and without case: <text>' -ForEach @(
        @{ text = 'EVENT 112 never comes'; id = 'OWA-VERIFY-EVENT112' }
        @{ text = 'l''evenement 112'; id = 'OWA-VERIFY-EVENT112' }
        @{ text = 'The peer is not a configured server on this network: ex01.contoso.com'; id = 'TAP-CREATE' }
        @{ text = ('empreinte caract{0}re invisible' -f [char]0xe8); id = 'OWA-IM-THUMBPRINT' }
        @{ text = '%ExchangeInstallDir%'; id = 'OWA-WEBCONFIG-VALID' }
    ) {
        $rules = @(Get-UcRule -Symptom $text)
        $rules[0].Id | Should -BeExactly $id
        $rules[0].Symptom.Count | Should -BeGreaterThan 0
        @(Get-UcRule -Symptom $text -Id ($id.Split('-')[0] + '*')).Id | Should -Contain $id
    }
    It 'shows symptoms in the language of the session' {
        [string](Get-UcRule -Id 'OWA-VERIFY-EVENT112').Symptom[0] | Should -Match $(if ($french) { 'jamais' } else { 'never' })
    }
    It 'says that no rule explains a symptom' {
        $errors = @(Get-TestError { $script:none = @(Get-UcRule -Symptom 'zebra quagga') })
        $errors | Should -HaveCount 1
        $errors[0].FullyQualifiedErrorId | Should -Be 'SymptomNotFound,Get-UcRule'
        $errors[0].ErrorDetails.RecommendedAction | Should -BeLike '*Test-UcIntegration*'
        $none | Should -BeNullOrEmpty
    }
    It 'says which rule there is not' {
        $errors = @(Get-TestError { Get-UcRule -Id 'NO-SUCH-RULE' })
        $errors[0].FullyQualifiedErrorId | Should -Be 'RuleNotFound,Get-UcRule'
        Get-UcRule -Id 'NO-SUCH-*' | Should -BeNullOrEmpty
    }
}
