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
        try {
            $request = @{ keep = $Keep; dryRun = $true }
            if ($Path) { $request['path'] = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $Path }
            if ($BackupDirectory) { $request['directory'] = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $BackupDirectory }
            $body = (Invoke-UcCheckedRequest -Function 'uc_backup_prune' -Request $request -Path $Path).Body
            if ($body['removed'].Count -gt 0) {
                $text = Format-UcPrune -Body $body -Keep $Keep
                $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Prune_Question')
                if (-not $PSCmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Prune_Caption'))) { return }
                $request['dryRun'] = $false
                $body = (Invoke-UcCheckedRequest -Function 'uc_backup_prune' -Request $request -Path $Path).Body
            }
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        if ($PassThru) { foreach ($backup in $body['removed']) { New-UcRemovedObject -Backup $backup } }
    }
}
