function New-UcBackupObject {
    <#
    .SYNOPSIS
    A backup of a file, as an object of the type UcIntegration.ConfigBackup.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ConfigBackup')]
    param([hashtable]$Backup, [string]$Directory)
    return [pscustomobject]@{
        PSTypeName      = 'UcIntegration.ConfigBackup'
        Id              = $Backup['id']
        Path            = $Backup['path']
        Time            = ConvertTo-UcLocalTime $Backup['time']
        Operation       = $Backup['operation']
        Reason          = $Backup['reason']
        User            = $Backup['user']
        Computer        = $Backup['computer']
        Sha256          = $Backup['sha256']
        Size            = $Backup['size']
        File            = $Backup['file']
        BackupDirectory = $Directory
        Problem         = $Backup['problem']
    }
}
