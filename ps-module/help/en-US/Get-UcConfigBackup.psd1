@{
    Synopsis    = 'Lists the backups of configuration files.'
    Description = @(
        'Puts out one object for each backup that Set-UcAppSetting, Remove-UcAppSetting and Restore-UcConfig have taken, the newest first: when, by whom, why, and the hash of the content.'
        'The files themselves need not exist any more. A file without backups gives no object and no error. A backup that cannot be read is reported as a warning and does not hide the others.'
    )
    Parameters  = @{
        Path = 'The files whose backups are wanted; by default all. Wildcards are compared with the file names in the backups, so they also find files that were deleted.'
        LiteralPath = 'The files whose backups are wanted, by their exact names.'
        Id = 'Only the backups with these ids.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'List the backups of one file'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcConfigBackup -Path $web
'@
            Remarks = 'The newest backup comes first.'
        }
        @{
            Title   = 'Bring back the state before the last edit'
            Code    = @'
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Shows the difference and asks.'
        }
        @{
            Title   = 'Find edits of a change request'
            Code    = @'
Get-UcConfigBackup | Where-Object { $_.Reason -like '*CHG-2087*' }
'@
            Remarks = 'Lists the backups of all files that were taken with this reason.'
        }
        @{
            Title   = 'Compare a backup with the file'
            Code    = @'
$backup = Get-UcConfigBackup -Path $web | Select-Object -First 1
Compare-Object (Get-Content $backup.File) (Get-Content $web)
'@
            Remarks = 'File is the full path of the content of the backup.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigBackup'; Text = 'Id, Path, Time (local), Operation, Reason, User, Computer, Sha256, Size, File, BackupDirectory and Problem.' }
    )
    Notes       = @(
        'Backups are per computer. Edits over the network are backed up on the computer where the command runs.'
    )
    Links       = @('Restore-UcConfig', 'Clear-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
