function New-UcRemovedObject {
    <#
    .SYNOPSIS
    A backup that was removed, as an object of the type UcIntegration.RemovedBackup.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.RemovedBackup')]
    param([hashtable]$Backup)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.RemovedBackup'
        Id         = $Backup['id']
        Path       = $Backup['path']
    }
}
