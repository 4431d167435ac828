function New-UcEditOption {
    <#
    .SYNOPSIS
    The options of the edits of one call; nothing if the backup folder is not a path of the file system.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$BackupDirectory, [bool]$NoBackup, [string]$Reason, [bool]$PassThru, [bool]$SkipValueCheck)
    $directory = ''
    if ($BackupDirectory) {
        $directory = Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $BackupDirectory
        if (-not $directory) { return }
    }
    return @{ BackupDirectory = $directory; NoBackup = $NoBackup; Reason = $Reason; PassThru = $PassThru; SkipValueCheck = $SkipValueCheck }
}
