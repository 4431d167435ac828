function ConvertTo-UcChange {
    <#
    .SYNOPSIS
    The changes that a dictionary of settings asks for.

    .DESCRIPTION
    Throws for a value that is not one plain text or number: half of a dictionary is not what was meant.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Collections.IDictionary]$Setting)
    $changes = @()
    foreach ($key in $Setting.Keys) {
        $value = $Setting[$key]
        if ($value -is [psobject]) { $value = $value.PSObject.BaseObject }
        if ($value -isnot [string] -and $value -isnot [System.ValueType]) {
            $type = if ($null -eq $value) { '$null' } else { $value.GetType().Name }
            throw (New-UcOwnErrorRecord -Id 'SettingValueInvalid' -Key 'Setting_ValueInvalid' -Values $key, $type -Target $key -WithHint)
        }
        $changes += @{ op = 'set'; key = [string]$key; value = [string]$value }
    }
    return $changes
}
