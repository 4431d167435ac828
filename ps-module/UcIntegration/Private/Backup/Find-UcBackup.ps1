function Find-UcBackup {
    <#
    .SYNOPSIS
    The backups of the file with this name, or of the files whose names match this pattern.

    .DESCRIPTION
    Patterns are compared with the names in the backups, because a file that was deleted is the one whose backups
    are wanted.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ConfigBackup')]
    param([System.Management.Automation.SessionState]$Session, [string]$Path, [bool]$Literal, [string]$Directory)
    $pattern = -not $Literal -and [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)
    if (-not $pattern -and -not $Literal) { $Path = [System.Management.Automation.WildcardPattern]::Unescape($Path) }
    $full = Resolve-UcLiteralPath -Session $Session -Path $Path
    if (-not $pattern) {
        Get-UcBackupList -Path $full -Directory $Directory
        return
    }
    $wildcard = New-Object System.Management.Automation.WildcardPattern $full, 'IgnoreCase'
    Get-UcBackupList -Directory $Directory | Where-Object { $_.Path -and $wildcard.IsMatch($_.Path) }
}
