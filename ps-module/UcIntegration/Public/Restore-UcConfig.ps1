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
        $file = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $Path
        if (-not $file) { return }
        $request = @{ path = $file; id = $Id; dryRun = $true }
        if ($Reason) { $request['reason'] = $Reason }
        if ($BackupDirectory) {
            $request['directory'] = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $BackupDirectory
            if (-not $request['directory']) { return }
        }
        $answer = Invoke-UcRequest -Cmdlet $PSCmdlet -Function 'uc_backup_restore' -Request $request
        if ($answer.Ok -and $answer.Body['changed']) {
            $text = Format-UcRestore -Body $answer.Body
            $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Restore_Question')
            if (-not $PSCmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Restore_Caption'))) { return }
            $request['dryRun'] = $false
            # What was shown is what is replaced: empty where there was no file.
            $request['expectedSha256'] = [string]$answer.Body['sha256Before']
            $answer = Invoke-UcRequest -Cmdlet $PSCmdlet -Function 'uc_backup_restore' -Request $request
        }
        if (-not $answer.Ok) {
            $PSCmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $file))
        } elseif ($PassThru) {
            New-UcRestoreObject -Body $answer.Body
        }
    }
}
