function Export-UcPlan {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Plan', SupportsShouldProcess = $true, ConfirmImpact = 'Low', PositionalBinding = $false)]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(ParameterSetName = 'Plan', Mandatory = $true, ValueFromPipeline = $true)]
        [ValidateNotNull()]
        [psobject]$Plan,

        [Parameter(ParameterSetName = 'PlanPath', Mandatory = $true)]
        [ValidateNotNullOrEmpty()]
        [string]$PlanPath,

        [Parameter(Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string]$Path = '.',

        [switch]$AsScript,

        [switch]$Force
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $sentences = @{ Write = 'Plan_Write'; FileExists = 'Plan_FileExists'; NotWritten = 'Plan_NotWritten' }
        $folder = $null
        try {
            $folder = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $Path
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
        }
    }
    process {
        if (-not $folder) { return }
        try {
            $text = Get-UcPlanText -Session $PSCmdlet.SessionState -Plan $Plan -PlanPath $PlanPath
            $files = @(Get-UcPlanFile -Text $text -Folder $folder -AsScript $AsScript)
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        Export-UcFile -Cmdlet $PSCmdlet -Text $sentences -File $files -Force $Force
    }
}
