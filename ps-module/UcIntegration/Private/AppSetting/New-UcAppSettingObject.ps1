function New-UcAppSettingObject {
    <#
    .SYNOPSIS
    A setting of a file, as an object of the type UcIntegration.AppSetting.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.AppSetting')]
    param([hashtable]$Setting, [string]$Path, [string]$Location)
    $file = $Path
    if ($Setting['path']) { $file = $Setting['path'] }
    return [pscustomobject]@{
        PSTypeName   = 'UcIntegration.AppSetting'
        Path         = $file
        Location     = $Location
        Key          = $Setting['key']
        Value        = $Setting['value']
        Line         = $Setting['line']
        Column       = $Setting['column']
        Effective    = $Setting['effective']
        OverriddenBy = Format-UcOverride -Override $Setting['overriddenBy'] -Path $Path
    }
}
