# Puts a configuration file back to what it was before the last edit. Itself reversible: what is replaced is kept as a
# backup too, so running it twice brings the edit back.
#
#     .\Undo-LastEdit.ps1 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -WhatIf
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [string]$Path
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module UcIntegration

# Newest first.
$backups = @(Get-UcConfigBackup -Path $Path)
if ($backups.Count -eq 0) { throw "There is no backup of $Path." }
$backup = $backups[0]
if ($PSCmdlet.ShouldProcess($Path, "Restore the backup of $($backup.Time) ($($backup.Reason))")) {
    Restore-UcConfig -Path $Path -Id $backup.Id -Reason 'Undo of the last edit' -Confirm:$false
}
