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
        if ($Cmdlet.MyInvocation.BoundParameters.ContainsKey($script:UcPreference[$name])) { continue }
        $value = $Cmdlet.SessionState.PSVariable.GetValue($name)
        if ($null -ne $value) { Set-Variable -Name $name -Value $value -Scope 1 -WhatIf:$false -Confirm:$false }
    }
}
