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
        $folder = Get-UcJournalFolder -Cmdlet $PSCmdlet -Path $JournalPath
        $body = Read-UcPlan -Cmdlet $PSCmdlet -Plan $Plan -Path $PlanPath
        if (-not $folder -or $null -eq $body) { return }
        try {
            $run = New-UcRun -Cmdlet $PSCmdlet -Plan $body -Folder $folder -Force $Force
        } catch {
            $PSCmdlet.ThrowTerminatingError((Get-UcThrown $_))
        }
        Undo-UcStageList -Run $run
    }
}
