# Shows on a sample what an edit does and how it is undone: run by `cargo xtask demo`, or by hand with -Folder naming a
# folder that holds a web.config. The module is the one that UC_MODULE names, else the installed one.
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string]$Folder
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
if ($env:UC_MODULE) { Import-Module $env:UC_MODULE } else { Import-Module UcIntegration }

$config = Join-Path (Resolve-Path -LiteralPath $Folder).ProviderPath 'web.config'
$backups = Join-Path (Split-Path $config) 'backups'
$settings = [ordered]@{
    IMServerName            = 'pool01.contoso.example'
    IMCertificateThumbprint = '0123456789ABCDEF0123456789ABCDEF01234567'
}

function Show-Step([string]$Title) { Write-Output ''; Write-Output "--- $Title" }

Show-Step '1. Before: the settings as .NET sees them'
Get-UcAppSetting -Path $config | Format-Table Key, Line, Effective, Value -AutoSize | Out-String -Width 110

Show-Step '2. What an edit would change (-WhatIf: nothing is written)'
Set-UcAppSetting -Path $config -Setting $settings -WhatIf

Show-Step '3. The edit, with a backup, and all that it changed'
$changes = @(Set-UcAppSetting -Path $config -Setting $settings -BackupDirectory $backups -Reason 'demonstration' -PassThru)
$changes | Format-Table Key, Action, Line, Effective -AutoSize | Out-String -Width 110
$changes[0].Diff

Show-Step '4. The same edit again changes nothing and takes no backup'
Set-UcAppSetting -Path $config -Setting $settings -BackupDirectory $backups -PassThru |
    Format-Table Key, Action -AutoSize | Out-String -Width 110

Show-Step '5. The backup'
$backup = @(Get-UcConfigBackup -Path $config -BackupDirectory $backups)[0]
$backup | Format-List Id, Time, Operation, Reason, User, Computer, Size, Sha256 | Out-String -Width 110

Show-Step '6. Restored'
Restore-UcConfig -Path $config -Id $backup.Id -BackupDirectory $backups -Reason 'demonstration' -Confirm:$false
Get-UcAppSetting -Path $config | Format-Table Key, Line, Effective, Value -AutoSize | Out-String -Width 110
