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
        $directory = ''
        if ($BackupDirectory) {
            $directory = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $BackupDirectory
            if (-not $directory) { return }
        }
        $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        $backups = if (-not $named) {
            Get-UcBackupList -Cmdlet $PSCmdlet -Directory $directory
        } else {
            foreach ($one in $named) { Find-UcBackup -Cmdlet $PSCmdlet -Path $one -Literal $literal -Directory $directory }
        }
        foreach ($backup in $backups) {
            if (-not $Id -or $Id -contains $backup.Id) { $backup }
        }
    }
}
