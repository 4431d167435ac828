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
        $folder = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $Path
    }
    process {
        if (-not $folder) { return }
        $text = Get-UcPlanText -Cmdlet $PSCmdlet -Plan $Plan -PlanPath $PlanPath
        if ($null -eq $text) { return }
        Export-UcPlanFile -Cmdlet $PSCmdlet -Text $text -Folder $folder -AsScript $AsScript -Force $Force
    }
}
