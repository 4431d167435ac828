@{
    Synopsis    = 'Restores a configuration file from a backup.'
    Description = @(
        'Replaces a file with the content of one of its backups, byte for byte. The hash of the backup is verified first. The current content is backed up, so you can undo a restore with another restore.'
        'A deleted file is created again. If the file already equals the backup, nothing is written, and the command does not prompt.'
        'The command shows the difference and always prompts for confirmation, unless you use -Confirm:$false.'
    )
    Parameters  = @{
        Path = 'The file to restore. Wildcards are not accepted. The file does not need to exist.'
        Id = 'The ID of the backup, from Get-UcConfigBackup.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Restore the state before the last edit'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Shows the difference between the file and the backup and prompts for confirmation.'
        }
        @{
            Title   = 'Restore in a script'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -Reason 'Rollback of CHG-2087' -Confirm:$false
'@
            Remarks = 'Does not prompt. The reason is stored with the backup of the replaced content.'
        }
        @{
            Title   = 'Show only the difference'
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
        @{ Type = 'None'; Text = 'Without PassThru, the command returns nothing.' }
        @{ Type = 'UcIntegration.RestoreResult'; Text = 'With PassThru: Path, Id, Changed, BackupId, Sha256Before, Sha256After and Diff.' }
    )
    Notes       = @(
        'Start the shell as administrator to restore Exchange files.'
    )
    Links       = @('Get-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
