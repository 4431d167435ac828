function Get-UcRule {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('UcIntegration.Rule')]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('Rule')]
        [string[]]$Id = '*',

        [ValidateSet('Prerequisites', 'OwaIm', 'UnifiedMessaging', 'Hybrid')]
        [string]$Scenario,

        [ValidateNotNullOrEmpty()]
        [string]$Symptom
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        try {
            $request = @{}
            if ($Scenario) { $request['scenario'] = $Scenario }
            if ($Symptom) { $request['symptom'] = $Symptom }
            $catalogue = @((Invoke-UcCheckedRequest -Function 'uc_rules_list' -Request $request).Body['rules'])
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
        if ($Symptom -and $catalogue.Count -eq 0) {
            $PSCmdlet.WriteError((New-UcOwnErrorRecord -Id 'SymptomNotFound' -Key 'Rule_SymptomNotFound' -Values $Symptom -Target $Symptom -WithHint))
        }
    }
    process {
        foreach ($pattern in $Id) {
            $found = @($catalogue | Where-Object { $_['id'] -like $pattern })
            foreach ($rule in $found) { New-UcRuleObject -Rule $rule }
            if ($found.Count -eq 0 -and -not $Symptom -and -not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($pattern)) {
                $PSCmdlet.WriteError((New-UcOwnErrorRecord -Id 'RuleNotFound' -Key 'Rule_NotFound' -Values $pattern -Target $pattern))
            }
        }
    }
}
