function Restore-UcStepFile {
    <#
    .SYNOPSIS
    Takes an edit back by its backup, if the file is still as the edit left it.

    .DESCRIPTION
    The file is then byte for byte as before. Answers whether it did.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Run, [hashtable]$Step, [hashtable]$Entry)
    if ($Step['command']['kind'] -ne 'WebConfig' -or -not $Entry['sha256After']) { return $false }
    $path = $Step['command']['path']
    $now = Invoke-UcStepRequest -Function 'uc_config_read' -Request @{ path = $path }
    if ($now['sha256'] -ne $Entry['sha256After']) { return $false }
    $id = $Entry['backupId']
    if (-not $id) {
        # The run was killed before it could note the backup: the one with the content of before is meant.
        $listed = Invoke-UcStepRequest -Function 'uc_backup_list' -Request @{ path = $path }
        $same = @($listed['backups'] | Where-Object { $_['sha256'] -eq $Entry['sha256Before'] -and -not $_['problem'] })
        if ($same.Count -gt 0) { $id = $same[0]['id'] }
    }
    if (-not $id) { return $false }
    $request = @{ path = $path; id = $id; reason = 'undo of ' + $Run.Reason; expectedSha256 = $now['sha256'] }
    try {
        [void](Invoke-UcStepRequest -Function 'uc_backup_restore' -Request $request)
    } catch {
        # Old backups are removed in time; the inverse edit is still there.
        if ((Get-UcThrown $_).FullyQualifiedErrorId -notlike 'Backup*') { throw }
        return $false
    }
    return $true
}
