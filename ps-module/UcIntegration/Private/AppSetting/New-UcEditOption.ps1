function New-UcEditOption {
    <#
    .SYNOPSIS
    The options of the edits of one call.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.SessionState]$Session, [string]$BackupDirectory, [bool]$NoBackup, [string]$Reason, [bool]$PassThru, [bool]$SkipValueCheck)
    $directory = ''
    if ($BackupDirectory) { $directory = Resolve-UcLiteralPath -Session $Session -Path $BackupDirectory }
    return @{ BackupDirectory = $directory; NoBackup = $NoBackup; Reason = $Reason; PassThru = $PassThru; SkipValueCheck = $SkipValueCheck }
}
