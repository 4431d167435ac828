function Get-UcBackupList {
    <#
    .SYNOPSIS
    The backups of one file, or of all files if no path is given.

    .DESCRIPTION
    Writes errors and warnings through the cmdlet.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ConfigBackup')]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [string]$Directory)
    $request = @{}
    if ($Path) { $request['path'] = $Path }
    if ($Directory) { $request['directory'] = $Directory }
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_backup_list' -Request $request
    if (-not $answer.Ok) {
        $Cmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $Path))
        return
    }
    foreach ($problem in $answer.Body['problems']) {
        $Cmdlet.WriteWarning((Get-UcText -Key 'Backup_Problem' -Values $problem['file'], $problem['message']))
    }
    foreach ($backup in $answer.Body['backups']) {
        New-UcBackupObject -Backup $backup -Directory $answer.Body['directory']
    }
}
