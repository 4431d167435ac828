# The backups of configuration files, as the library lists them.

# The backups of one file, or of all files if no path is given. Writes errors and warnings through the cmdlet.
function Get-UcBackupList {
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

# The backups of the file with this name, or of the files whose names match this pattern. Patterns are compared with the
# names in the backups, because a file that was deleted is the one whose backups are wanted.
function Find-UcBackup {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [bool]$Literal, [string]$Directory)
    $pattern = -not $Literal -and [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)
    if (-not $pattern -and -not $Literal) { $Path = [System.Management.Automation.WildcardPattern]::Unescape($Path) }
    $full = Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $Path
    if (-not $full) { return }
    if (-not $pattern) {
        Get-UcBackupList -Cmdlet $Cmdlet -Path $full -Directory $Directory
        return
    }
    $wildcard = New-Object System.Management.Automation.WildcardPattern $full, 'IgnoreCase'
    Get-UcBackupList -Cmdlet $Cmdlet -Directory $Directory | Where-Object { $_.Path -and $wildcard.IsMatch($_.Path) }
}

# What a restore will do, as -WhatIf and -Confirm show it.
function Format-UcRestore {
    param([hashtable]$Body)
    $title = Get-UcText -Key 'Restore_Title' -Values $Body['path'], $Body['id']
    if (-not $Body['diff']) { return $title }
    return $title + [Environment]::NewLine + $Body['diff'].TrimEnd()
}

# What removing old backups will do, as -WhatIf and -Confirm show it.
function Format-UcPrune {
    param([hashtable]$Body, [int]$Keep)
    $lines = @(Get-UcText -Key 'Prune_Title' -Values $Body['removed'].Count, $Keep)
    foreach ($backup in $Body['removed']) { $lines += '  - {0} {1}' -f $backup['id'], $backup['path'] }
    return $lines -join [Environment]::NewLine
}
