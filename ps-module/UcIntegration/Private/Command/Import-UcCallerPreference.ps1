$script:UcPreference = @{
    WhatIfPreference = 'WhatIf'; ConfirmPreference = 'Confirm'; VerbosePreference = 'Verbose'
    WarningPreference = 'WarningAction'; ErrorActionPreference = 'ErrorAction'
}

function Import-UcCallerPreference {
    <#
    .SYNOPSIS
    Sets the preferences of the caller in the function that calls this one, unless they were given as parameters.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet)
    foreach ($name in $script:UcPreference.Keys) {
        $value = $Cmdlet.SessionState.PSVariable.GetValue($name)
        if ($Cmdlet.MyInvocation.BoundParameters.ContainsKey($script:UcPreference[$name])) {
            $value = $Cmdlet.MyInvocation.BoundParameters[$script:UcPreference[$name]]
            if ([string]$value -ne 'Ignore') { continue }
        }
        # Until PowerShell 6.2 nothing can be written under a variable that says Ignore.
        if ([string]$value -eq 'Ignore') { $value = 'SilentlyContinue' }
        if ($null -ne $value) { Set-Variable -Name $name -Value $value -Scope 1 -WhatIf:$false -Confirm:$false }
    }
}
