# Parameters that several commands have mean the same in each of them. They are written out in each command, because help
# and completion do not see dynamic parameters; this compares them.
$shared = 'Fact', 'Scenario', 'IMServerName', 'CertificateThumbprint', 'ApplicationId', 'ApplicationPort', 'Server', 'AutodiscoverHost',
    'OAuthCertificateThumbprint', 'Cloud', 'Now' | ForEach-Object { @{ name = $_ } }
Describe 'parameters' {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'Common.ps1')
        $all = @(Get-Command -Module UcIntegration -CommandType Function)
        $judging = @('Test-UcIntegration', 'Get-UcPlan', 'Export-UcReport', 'Enable-UcOwaIm', 'Test-UcOwaIm' | ForEach-Object { Get-Command -Name $_ -Module UcIntegration })
        # Type, aliases and checks of a parameter in one line.
        function Get-TestParameter {
            param($Parameter)
            $checks = foreach ($attribute in $Parameter.Attributes) {
                switch ($attribute.GetType().Name) {
                    'ValidateSetAttribute' { 'set ' + ($attribute.ValidValues -join ',') }
                    'ValidateRangeAttribute' { 'range {0}-{1}' -f $attribute.MinRange, $attribute.MaxRange }
                    { $_ -like 'Validate*' -or $_ -like 'Allow*' } { $_ }
                }
            }
            return '{0} [{1}] {2}' -f $Parameter.ParameterType.FullName, ($Parameter.Aliases -join ','), (@($checks | Sort-Object -Unique) -join '; ')
        }
        # The scenarios that the rules of the library belong to.
        $scenarios = @(Get-UcRule | ForEach-Object { $_.Scenario } | Sort-Object -Unique)
    }
    It '<name> is the same in the commands that judge and plan' -ForEach $shared {
        $forms = @(foreach ($command in $judging) { if ($command.Parameters.ContainsKey($name)) { Get-TestParameter $command.Parameters[$name] } })
        $forms.Count | Should -BeGreaterThan 1
        @($forms | Select-Object -Unique) -join "`n" | Should -Be $forms[0]
    }
    It 'a setting of a request is a parameter of the command that plans' {
        $asked = New-Object 'System.Collections.Generic.Dictionary[string,object]'
        foreach ($name in (Get-Command -Name Get-UcPlan).Parameters.Keys) { $asked[$name] = 'x' }
        $settings = Invoke-InModule { param($bound) ConvertTo-UcSetting -Bound $bound } $asked
        @($settings.Keys | Sort-Object) | Should -Be @('applicationId', 'applicationPort', 'autodiscoverHost', 'cloud', 'disable', 'imServerName', 'oAuthThumbprint', 'servers', 'thumbprint')
    }
    It 'takes the scenarios that the library has' {
        $scenarios.Count | Should -BeGreaterThan 3
        $found = 0
        foreach ($command in $all) {
            if (-not $command.Parameters.ContainsKey('Scenario')) { continue }
            $sets = @($command.Parameters['Scenario'].Attributes | Where-Object { $_.GetType().Name -eq 'ValidateSetAttribute' })
            @($sets[0].ValidValues | Sort-Object) | Should -Be $scenarios -Because $command.Name
            @($sets[0].ValidValues) | Should -Be @('Prerequisites', 'OwaIm', 'UnifiedMessaging', 'Hybrid') -Because "$($command.Name) lists them in this order"
            $found++
        }
        $found | Should -Be 5
    }
    It '<command> -<old> is still understood as -<new>' -ForEach @(
        foreach ($name in 'Test-UcIntegration', 'Get-UcPlan', 'Export-UcReport', 'Enable-UcOwaIm', 'Test-UcOwaIm', 'Test-UcCertificate') { @{ command = $name; new = 'CertificateThumbprint'; old = 'Thumbprint' } }
        foreach ($name in 'Test-UcIntegration', 'Get-UcPlan', 'Export-UcReport') { @{ command = $name; new = 'OAuthCertificateThumbprint'; old = 'OAuthThumbprint' } }
        foreach ($name in 'Invoke-UcPlan', 'Undo-UcPlan') { @{ command = $name; new = 'PlanPath'; old = 'Path' } }
    ) {
        @((Get-Command -Name $command).Parameters[$new].Aliases) | Should -Contain $old
    }
    It 'names a thumbprint and a file of a plan alike everywhere' {
        foreach ($command in $all) {
            @($command.Parameters.Keys | Where-Object { $_ -like '*Thumbprint' -and $_ -notlike '*CertificateThumbprint' }) | Should -BeNullOrEmpty -Because $command.Name
            if ($command.Parameters.ContainsKey('Plan')) { $command.Parameters.ContainsKey('PlanPath') | Should -BeTrue -Because $command.Name }
        }
    }
    It 'has no dynamic parameters' {
        foreach ($command in $all) { $command.ScriptBlock.Ast.Body.DynamicParamBlock | Should -BeNullOrEmpty -Because $command.Name }
    }
}
