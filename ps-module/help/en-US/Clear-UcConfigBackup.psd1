@{
    Synopsis    = 'Deletes old backups and keeps the newest of each file.'
    Description = @(
        'Deletes the backups of one file, or of all files, except for the newest ones. The configuration files themselves are not touched.'
        'Old backups also go by themselves: each edit keeps the newest 50 of its file.'
    )
    Parameters  = @{
        Path = 'The file whose old backups are deleted. Wildcards are not accepted. Without it, the old backups of all files are deleted.'
        Keep = 'How many backups of each file stay, at least 1.'
        PassThru = 'Puts out one object for each backup that was deleted. By default the command puts out nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Keep the newest ten backups of every file'
            Code    = @'
Clear-UcConfigBackup -Keep 10
'@
            Remarks = 'Deletes what is older, for all files.'
        }
        @{
            Title   = 'See what would go'
            Code    = @'
Clear-UcConfigBackup -Keep 10 -WhatIf
'@
            Remarks = 'Lists the backups. Nothing is deleted.'
        }
        @{
            Title   = 'Only one file'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Clear-UcConfigBackup -Path $web -Keep 3 -PassThru
'@
            Remarks = 'Deletes old backups of this file and lists them.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with a property Path, such as a file from Get-ChildItem.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru the command puts out nothing.' }
        @{ Type = 'UcIntegration.RemovedBackup'; Text = 'With PassThru: Id and Path.' }
    )
    Notes       = @(
        'A deleted backup cannot be brought back.'
    )
    Links       = @('Get-UcConfigBackup', 'Restore-UcConfig', 'about_UcIntegration')
}
