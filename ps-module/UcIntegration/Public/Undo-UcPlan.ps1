function Undo-UcPlan {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Plan', SupportsShouldProcess = $true, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('UcIntegration.StepResult')]
    param(
        [Parameter(ParameterSetName = 'Plan', Mandatory = $true, Position = 0, ValueFromPipeline = $true)]
        [PSTypeName('UcIntegration.Plan')]$Plan,

        [Parameter(ParameterSetName = 'PlanPath', Mandatory = $true)]
        [Alias('Path')]
        [ValidateNotNullOrEmpty()]
        [string]$PlanPath,

        [ValidateNotNullOrEmpty()]
        [string]$JournalPath,

        [switch]$Force
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
    }
    process {
        try {
            $folder = Get-UcJournalFolder -Session $PSCmdlet.SessionState -Path $JournalPath
            $body = Read-UcPlan -Session $PSCmdlet.SessionState -Plan $Plan -Path $PlanPath
            $run = New-UcRun -Cmdlet $PSCmdlet -Plan $body -Folder $folder -Force $Force
            try { Undo-UcStageList -Run $run } finally { Write-UcRunError -Cmdlet $PSCmdlet -Run $run }
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
    }
}
