function Clear-UcConfigBackup {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('UcIntegration.RemovedBackup')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Alias('LiteralPath', 'PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string]$Path,

        [Parameter(Mandatory = $true)]
        [ValidateRange(1, 2147483647)]
        [int]$Keep,

        [string]$BackupDirectory,

        [switch]$PassThru
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
    }
    process {
        $request = @{ keep = $Keep; dryRun = $true }
        if ($Path) { $request['path'] = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $Path }
        if ($BackupDirectory) { $request['directory'] = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $BackupDirectory }
        foreach ($name in 'path', 'directory') {
            if ($request.ContainsKey($name) -and -not $request[$name]) { return }
        }
        $answer = Invoke-UcRequest -Cmdlet $PSCmdlet -Function 'uc_backup_prune' -Request $request
        if ($answer.Ok -and $answer.Body['removed'].Count -gt 0) {
            $text = Format-UcPrune -Body $answer.Body -Keep $Keep
            $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Prune_Question')
            if (-not $PSCmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Prune_Caption'))) { return }
            $request['dryRun'] = $false
            $answer = Invoke-UcRequest -Cmdlet $PSCmdlet -Function 'uc_backup_prune' -Request $request
        }
        if (-not $answer.Ok) {
            $PSCmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $Path))
        } elseif ($PassThru) {
            foreach ($backup in $answer.Body['removed']) { New-UcRemovedObject -Backup $backup }
        }
    }
}
