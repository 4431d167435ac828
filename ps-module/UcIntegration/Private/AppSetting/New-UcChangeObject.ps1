function New-UcChangeObject {
    <#
    .SYNOPSIS
    A change of a setting, as an object of the type UcIntegration.SettingChange.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.SettingChange')]
    param([hashtable]$Change, [hashtable]$Body, [string]$Location)
    return [pscustomobject]@{
        PSTypeName   = 'UcIntegration.SettingChange'
        Path         = $Body['path']
        Location     = $Location
        Key          = $Change['key']
        Action       = $Change['action']
        OldValue     = $Change['old']
        NewValue     = $Change['new']
        Line         = $Change['line']
        Effective    = $Change['effective']
        OverriddenBy = Format-UcOverride -Override $Change['overriddenBy'] -Path $Body['path']
        BackupId     = $Body['backupId']
        Diff         = $Body['diff']
    }
}
