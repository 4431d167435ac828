@{
    Synopsis    = 'Deletes old backups and keeps the newest ones of each file.'
    Description = @(
        'Deletes the backups of one file, or of all files, except the newest ones. The configuration files themselves are not changed.'
        'Old backups are also deleted automatically: each edit keeps the newest 50 of its file.'
    )
    Parameters  = @{
        Path = 'The file whose old backups are deleted. Wildcards are not accepted. Without it, the old backups of all files are deleted.'
        Keep = 'The number of backups to keep for each file, at least 1.'
        PassThru = 'Returns an object for each deleted backup. By default, the command returns nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Keep the newest ten backups of every file'
            Code    = @'
Clear-UcConfigBackup -Keep 10
'@
            Remarks = 'Deletes all older backups of all files.'
        }
        @{
            Title   = 'Preview which backups would be deleted'
            Code    = @'
Clear-UcConfigBackup -Keep 10 -WhatIf
'@
            Remarks = 'Lists the backups. Nothing is deleted.'
        }
        @{
            Title   = 'Only one file'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Clear-UcConfigBackup -Path $web -Keep 3 -PassThru
'@
            Remarks = 'Deletes old backups of this file and lists them.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with a property Path, such as a file from Get-ChildItem.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru, the command returns nothing.' }
        @{ Type = 'UcIntegration.RemovedBackup'; Text = 'With PassThru: Id and Path.' }
    )
    Notes       = @(
        'A deleted backup cannot be restored.'
    )
    Links       = @('Get-UcConfigBackup', 'Restore-UcConfig', 'about_UcIntegration')
}
