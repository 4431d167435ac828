function Restore-UcConfig {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High', PositionalBinding = $false)]
    [OutputType('UcIntegration.RestoreResult')]
    param(
        [Parameter(Mandatory = $true, Position = 0, ValueFromPipelineByPropertyName = $true)]
        [Alias('LiteralPath', 'PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string]$Path,

        [Parameter(Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string]$Id,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [string]$BackupDirectory,

        [string]$Reason,

        [switch]$PassThru
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
    }
    process {
        try {
            $file = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $Path
            $request = @{ path = $file; id = $Id; dryRun = $true }
            if ($Reason) { $request['reason'] = $Reason }
            if ($BackupDirectory) { $request['directory'] = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $BackupDirectory }
            $body = (Invoke-UcCheckedRequest -Function 'uc_backup_restore' -Request $request -Path $file).Body
            if ($body['changed']) {
                $text = Format-UcRestore -Body $body
                $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Restore_Question')
                if (-not $PSCmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Restore_Caption'))) { return }
                $request['dryRun'] = $false
                # What was shown is what is replaced: empty where there was no file.
                $request['expectedSha256'] = [string]$body['sha256Before']
                $body = (Invoke-UcCheckedRequest -Function 'uc_backup_restore' -Request $request -Path $file).Body
            }
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        if ($PassThru) { New-UcRestoreObject -Body $body }
    }
}
