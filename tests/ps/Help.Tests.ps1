# Help: complete in both languages, and what Get-Help really shows.
$functions = @((Import-LocalizedData -BaseDirectory (Split-Path -Path $env:UC_TEST_MODULE -Parent) -FileName 'UcIntegration.psd1').FunctionsToExport)
$pages = @(foreach ($culture in 'en-US', 'fr-FR') { foreach ($name in $functions) { @{ culture = $culture; name = $name } } })
Describe 'help' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $common = 'Verbose', 'Debug', 'ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'ErrorVariable', 'WarningVariable',
            'InformationVariable', 'OutVariable', 'OutBuffer', 'PipelineVariable'
        $help = @{}
        foreach ($culture in 'en-US', 'fr-FR') {
            $help[$culture] = New-Object System.Xml.XmlDocument
            $help[$culture].Load((Join-Path $moduleFolder "$culture/UcIntegration-help.xml"))
        }
        # The page of a function in a help file.
        function Get-HelpPage {
            param([string]$Culture, [string]$Name)
            foreach ($node in $help[$Culture].DocumentElement.ChildNodes) {
                if ($node.SelectSingleNode("*[local-name()='details']/*[local-name()='name']").InnerText -eq $Name) { return $node }
            }
        }
        # The texts of a page at an XPath over local names, such as details/description.
        function Get-HelpText {
            param($Page, [string]$Path)
            $steps = @($Path.Split('/') | ForEach-Object { "*[local-name()='$_']" }) -join '/'
            @($Page.SelectNodes($steps) | ForEach-Object { $_.InnerText.Trim() })
        }
        # The names of statuses in the source of the library.
        $source = [System.IO.File]::ReadAllText((Join-Path $PSScriptRoot '../../src/status.rs'))
        $body = [regex]::Match($source, '(?s)pub enum Status \{(.*?)\n\}').Groups[1].Value
        $statuses = @([regex]::Matches($body, '(?m)^\s+(\w+) = \d+,') | ForEach-Object { $_.Groups[1].Value } | Where-Object { $_ -ne 'Ok' })
    }
    It '<culture>: <name> is complete' -ForEach $pages {
        $page = Get-HelpPage $culture $name
        $page | Should -Not -BeNullOrEmpty
        foreach ($part in 'details/description', 'description', 'inputTypes/inputType/description', 'returnValues/returnValue/description', 'alertSet/alert') {
            Get-HelpText $page $part | Should -Not -BeNullOrEmpty -Because $part
        }
        $titles = @(Get-HelpText $page 'examples/example/title')
        $titles.Count | Should -BeGreaterOrEqual 3
        foreach ($part in 'code', 'remarks') {
            $texts = @(Get-HelpText $page "examples/example/$part" | Where-Object { $_ })
            $texts.Count | Should -Be $titles.Count
        }
        @(Get-HelpText $page 'relatedLinks/navigationLink/linkText') | Should -Contain 'about_UcIntegration'
        $parameters = @((Get-Command -Name $name).Parameters.Keys | Where-Object { $common -notcontains $_ } | Sort-Object)
        @(Get-HelpText $page 'parameters/parameter/name' | Sort-Object) | Should -Be $parameters
        @(Get-HelpText $page 'parameters/parameter/description' | Where-Object { $_ }).Count | Should -Be $parameters.Count
    }
    It '<culture>: examples of <name> are PowerShell with commands and parameters that exist' -ForEach $pages {
        foreach ($code in (Get-HelpText (Get-HelpPage $culture $name) 'examples/example/code')) {
            $tokens = $null
            $errors = $null
            $tree = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref]$tokens, [ref]$errors)
            $errors | Should -BeNullOrEmpty -Because $code
            foreach ($command in $tree.FindAll({ param($node) $node.GetType().Name -eq 'CommandAst' }, $true)) {
                $info = Get-Command -Name $command.GetCommandName() -ErrorAction SilentlyContinue
                if ($command.GetCommandName() -like '*-Uc*') { $info | Should -Not -BeNullOrEmpty -Because $code }
                if ($null -eq $info) { continue }
                foreach ($element in $command.CommandElements) {
                    if ($element.GetType().Name -eq 'CommandParameterAst') { $info.Parameters.ContainsKey($element.ParameterName) | Should -BeTrue -Because $element.Extent.Text }
                }
            }
        }
    }
    It 'shows the same examples in both languages' -ForEach @($functions | ForEach-Object { @{ name = $_ } }) {
        $counts = @('en-US', 'fr-FR' | ForEach-Object { @(Get-HelpText (Get-HelpPage $_ $name) 'examples/example/code').Count })
        $counts[0] | Should -Be $counts[1]
        (Get-HelpText (Get-HelpPage 'en-US' $name) 'details/description') | Should -Not -Be (Get-HelpText (Get-HelpPage 'fr-FR' $name) 'details/description')
    }
    It 'Get-Help shows <name> in the language of the session' -ForEach @($functions | ForEach-Object { @{ name = $_ } }) {
        $culture = if ($french) { 'fr-FR' } else { 'en-US' }
        $shown = Get-Help -Name $name -Full
        $shown.Synopsis.Trim() | Should -BeExactly (@(Get-HelpText (Get-HelpPage $culture $name) 'details/description')[0])
        @($shown.examples.example).Count | Should -BeGreaterOrEqual 3
        @($shown.parameters.parameter).Count | Should -BeGreaterThan 1
    }
    It 'Get-Help shows <_> in the language of the session' -ForEach 'about_UcIntegration', 'about_UcOwaIm', 'about_UcPrerequisites', 'about_UcUnifiedMessaging', 'about_UcHybrid' {
        $text = Get-Help -Name $_ | Out-String
        $text | Should -Match $(if ($french) { 'DESCRIPTION COURTE' } else { 'SHORT DESCRIPTION' })
    }
    It '<_>: the about topics name only functions that exist' -ForEach 'en-US', 'fr-FR' {
        $texts = @(Get-ChildItem -Path (Join-Path $moduleFolder "$_/about_*.help.txt") | ForEach-Object { [System.IO.File]::ReadAllText($_.FullName) })
        $texts.Count | Should -Be 5
        foreach ($name in ([regex]::Matches($texts -join ' ', '[A-Z]\w+-Uc\w+') | ForEach-Object { $_.Value } | Sort-Object -Unique)) {
            Get-Command -Name $name -Module UcIntegration -ErrorAction SilentlyContinue | Should -Not -BeNullOrEmpty -Because $name
        }
    }
    It '<_>: the about topic has every error of the library and of the module, with its category' -ForEach 'en-US', 'fr-FR' {
        $text = [System.IO.File]::ReadAllText((Join-Path $moduleFolder "$_/about_UcIntegration.help.txt"))
        $statuses.Count | Should -BeGreaterThan 30
        $categories = Invoke-InModule { $script:UcErrorCategory }
        foreach ($status in $statuses) { $categories.ContainsKey($status) | Should -BeTrue -Because $status }
        foreach ($id in $categories.Keys) { $text -match ('(?m)^    ' + $id + ' +' + $categories[$id] + ' +\S') | Should -BeTrue -Because $id }
        $listed = @([regex]::Matches($text, '(?m)^    ([A-Z]\w+) +[A-Z]\w+ {2,}\S') | ForEach-Object { $_.Groups[1].Value } | Where-Object { @('Name', 'Nom') -notcontains $_ })
        foreach ($id in $listed) { $categories.ContainsKey($id) | Should -BeTrue -Because $id }
        foreach ($category in $categories.Values) { ($category -as [System.Management.Automation.ErrorCategory]) | Should -Not -Be $null }
    }
}
