@{
    Synopsis    = 'Lists the backups of configuration files.'
    Description = @(
        'Returns an object for each backup that Set-UcAppSetting, Remove-UcAppSetting and Restore-UcConfig created, newest first, with the time, user, reason and hash of the content.'
        'The files themselves may no longer exist. A file without backups returns neither an object nor an error. A backup that cannot be read causes a warning; the others are listed.'
    )
    Parameters  = @{
        Path = 'The files whose backups are listed; by default, all files. Wildcards are compared with the file names in the backups, so they also find deleted files.'
        LiteralPath = 'The files whose backups are listed, by their exact names.'
        Id = 'Only the backups with these IDs.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'List the backups of one file'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcConfigBackup -Path $web
'@
            Remarks = 'The newest backup comes first.'
        }
        @{
            Title   = 'Restore the state before the last edit'
            Code    = @'
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Shows the difference and prompts for confirmation.'
        }
        @{
            Title   = 'Find edits of a change request'
            Code    = @'
Get-UcConfigBackup | Where-Object { $_.Reason -like '*CHG-2087*' }
'@
            Remarks = 'Lists the backups of all files with this reason.'
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
        'Each computer has its own backups. Edits over the network are backed up on the computer where the command runs.'
    )
    Links       = @('Restore-UcConfig', 'Clear-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
