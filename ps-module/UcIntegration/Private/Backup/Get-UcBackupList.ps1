function Get-UcBackupList {
    <#
    .SYNOPSIS
    The backups of one file, or of all files if no path is given.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ConfigBackup')]
    param([string]$Path, [string]$Directory)
    $request = @{}
    if ($Path) { $request['path'] = $Path }
    if ($Directory) { $request['directory'] = $Directory }
    $body = (Invoke-UcCheckedRequest -Function 'uc_backup_list' -Request $request -Path $Path).Body
    foreach ($problem in $body['problems']) {
        Write-Warning -Message (Get-UcText -Key 'Backup_Problem' -Values $problem['file'], $problem['message'])
    }
    foreach ($backup in $body['backups']) {
        New-UcBackupObject -Backup $backup -Directory $body['directory']
    }
}
