# A function of a module does not see the preference variables of the script that calls it, only the global ones: a
# script that was started with -WhatIf would really write. This brings them along, as for a compiled cmdlet.

$script:UcPreference = @{
    WhatIfPreference = 'WhatIf'; ConfirmPreference = 'Confirm'; VerbosePreference = 'Verbose'
    WarningPreference = 'WarningAction'; ErrorActionPreference = 'ErrorAction'
}

# Sets the preferences of the caller in the function that calls this one, unless they were given as parameters.
function Import-UcCallerPreference {
    param([System.Management.Automation.PSCmdlet]$Cmdlet)
    foreach ($name in $script:UcPreference.Keys) {
        if ($Cmdlet.MyInvocation.BoundParameters.ContainsKey($script:UcPreference[$name])) { continue }
        $value = $Cmdlet.SessionState.PSVariable.GetValue($name)
        if ($null -ne $value) { Set-Variable -Name $name -Value $value -Scope 1 -WhatIf:$false -Confirm:$false }
    }
}
