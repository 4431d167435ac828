# The form of findings as JSON, which dashboards and scripts of others read: names, their order, and what is a list or null.
# Sentences are left out, since they may be reworded; names may not.
Describe 'Findings as JSON' -Tag 'Language' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $golden = Join-Path $PSScriptRoot 'fixtures/findings.json'
        # The depth that about_UcIntegration names.
        $depth = 3
        $facts = @(Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot '../../examples/facts') -Filter '*.json')
        $findings = @(Test-UcIntegration -Fact $facts -Now ([datetime]'2026-11-23T06:00:00Z'))

        # One of each kind: with evidence, with the command that would tell, and one that fails.
        $samples = foreach ($id in 'OWA-VDIR-IM', 'OAUTH-SERVICENAME', 'UM-DIALPLAN-SIP') { @($findings | Where-Object { $_.Rule -eq $id })[0] }
        foreach ($one in $samples) {
            foreach ($name in 'Message', 'Remedy') { if ($one.$name) { $one.$name = 'text' } }
            foreach ($evidence in $one.Evidence) { if ($evidence.Document) { $evidence.Document = Split-Path -Path $evidence.Document -Leaf } }
        }
    }
    It 'have the form that they always had' {
        $lines = foreach ($one in $samples) { ConvertTo-Json -InputObject $one -Depth $depth -Compress }
        $text = "[`n" + (@($lines) -join ",`n") + "`n]`n"
        if ($env:UC_UPDATE) { [System.IO.File]::WriteAllText($golden, $text) }
        $text | Should -BeExactly ([System.IO.File]::ReadAllText($golden).Replace("`r`n", "`n"))
    }
    It 'are whole at the depth that the help names, and not at a smaller one' {
        $whole = ConvertTo-Json -InputObject $findings -Depth 20 -Compress
        ConvertTo-Json -InputObject $findings -Depth $depth -Compress | Should -BeExactly $whole
        ConvertTo-Json -InputObject $findings -Depth ($depth - 1) -Compress -WarningAction SilentlyContinue | Should -Not -BeExactly $whole
        foreach ($culture in 'en-US', 'fr-FR') {
            $help = [System.IO.File]::ReadAllText((Join-Path $moduleFolder "$culture/about_UcIntegration.help.txt"))
            $help.Contains("ConvertTo-Json -Depth $depth") | Should -BeTrue -Because $culture
        }
    }
    It 'have the properties that the help lists' {
        $names = @($samples[0].PSObject.Properties | ForEach-Object { $_.Name })
        foreach ($culture in 'en-US', 'fr-FR') {
            $help = [System.IO.File]::ReadAllText((Join-Path $moduleFolder "$culture/about_UcIntegration.help.txt"))
            $paragraph = [regex]::Match($help, '(?ms)^  [A-Z ]+JSON\r?$.*?(?=^  [A-Z])').Value
            foreach ($name in $names) { $paragraph | Should -Match "\b$name\b" -Because $culture }
        }
    }
}
