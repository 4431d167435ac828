@{
    Synopsis    = 'Restores a configuration file from a backup.'
    Description = @(
        'Replaces a file by the content of one of its backups, byte for byte. The hash of the backup is checked before. What is replaced is backed up first, so a restore can be undone by another restore.'
        'A file that was deleted is written anew. If the file already is what the backup holds, nothing is written or asked.'
        'The command always asks, after showing the difference, unless you say -Confirm:$false.'
    )
    Parameters  = @{
        Path = 'The file to restore. Wildcards are not accepted; the file may be missing.'
        Id = 'The id of the backup, as Get-UcConfigBackup lists it.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Bring back the state before the last edit'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Shows the difference between the file and the backup and asks.'
        }
        @{
            Title   = 'Restore in a script'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -Reason 'Rollback of CHG-2087' -Confirm:$false
'@
            Remarks = 'Does not ask. The reason is kept with the backup of what was replaced.'
        }
        @{
            Title   = 'See the difference only'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -WhatIf
'@
            Remarks = 'Shows what would change. The file is not changed.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.ConfigBackup'; Text = 'A backup from Get-UcConfigBackup, or any object with properties Path and Id.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru the command puts out nothing.' }
        @{ Type = 'UcIntegration.RestoreResult'; Text = 'With PassThru: Path, Id, Changed, BackupId, Sha256Before, Sha256After and Diff.' }
    )
    Notes       = @(
        'Start the shell as administrator to restore files of Exchange.'
    )
    Links       = @('Get-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
