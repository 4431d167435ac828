function Get-UcConfigBackup {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', PositionalBinding = $false)]
    [OutputType('UcIntegration.ConfigBackup')]
    param(
        [Parameter(ParameterSetName = 'Path', Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [ValidateNotNullOrEmpty()]
        [string[]]$Id,

        [string]$BackupDirectory
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $pathGiven = $PSBoundParameters.ContainsKey('Path')
    }
    process {
        $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        # Without a path, the backups of all files.
        if (-not $named) { $named = @('') }
        foreach ($one in $named) {
            try {
                $directory = ''
                if ($BackupDirectory) { $directory = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $BackupDirectory }
                if ($one) {
                    $backups = @(Find-UcBackup -Session $PSCmdlet.SessionState -Path $one -Literal $literal -Directory $directory)
                } else {
                    $backups = @(Get-UcBackupList -Directory $directory)
                }
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                continue
            }
            foreach ($backup in $backups) {
                if (-not $Id -or $Id -contains $backup.Id) { $backup }
            }
        }
    }
}
