function ConvertTo-UcChange {
    <#
    .SYNOPSIS
    The changes that a dictionary of settings asks for.

    .DESCRIPTION
    A value that is not one plain text or number is an error, and then nothing is returned: half of a dictionary is
    not what was meant.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [System.Collections.IDictionary]$Setting)
    $changes = @()
    foreach ($key in $Setting.Keys) {
        $value = $Setting[$key]
        if ($value -is [psobject]) { $value = $value.PSObject.BaseObject }
        if ($value -isnot [string] -and $value -isnot [System.ValueType]) {
            $type = if ($null -eq $value) { '$null' } else { $value.GetType().Name }
            $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'SettingValueInvalid' -Key 'Setting_ValueInvalid' -Values $key, $type -Target $key -WithHint))
            return
        }
        $changes += @{ op = 'set'; key = [string]$key; value = [string]$value }
    }
    return $changes
}
