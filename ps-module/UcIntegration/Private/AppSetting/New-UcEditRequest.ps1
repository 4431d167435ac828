function New-UcEditRequest {
    <#
    .SYNOPSIS
    The request of an edit.

    .DESCRIPTION
    Options: NoBackup, BackupDirectory, Reason, SkipValueCheck.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Edit, [hashtable]$Option)
    $request = @{ path = $Edit.Path; changes = $Edit.Changes }
    if ($Edit.Location) { $request['location'] = $Edit.Location }
    if ($Option.Reason) { $request['reason'] = $Option.Reason }
    if ($Option.SkipValueCheck) { $request['skipValueCheck'] = $true }
    if ($Option.NoBackup) {
        $request['backup'] = @{ enabled = $false }
    } elseif ($Option.BackupDirectory) {
        $request['backup'] = @{ directory = $Option.BackupDirectory }
    }
    return $request
}
