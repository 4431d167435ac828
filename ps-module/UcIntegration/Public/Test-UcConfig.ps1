function Test-UcConfig {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', PositionalBinding = $false)]
    [OutputType('UcIntegration.ConfigProblem', [bool])]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [object[]]$Fact,

        [switch]$Quiet
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $more = @{}
        if ($Fact) {
            $more['facts'] = @(Get-UcFactText -Cmdlet $PSCmdlet -Fact $Fact)
            $more['computer'] = Get-UcComputerName
        }
        $pathGiven = $PSBoundParameters.ContainsKey('Path')
    }
    process {
        $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
            $problems = @()
            try {
                $answer = Invoke-UcRequest -Function 'uc_config_read' -Request ($more + @{ path = $file })
                if ($answer.Ok) {
                    $problems = @(foreach ($problem in $answer.Body['problems']) { New-UcProblemObject -Problem $problem -Path $answer.Body['path'] })
                } elseif ($answer.Body['code'] -ge 200 -and $answer.Body['code'] -lt 300) {
                    $problem = $answer.Body.Clone()
                    $problem['severity'] = 'Error'
                    $problem['code'] = $answer.Body['name']
                    $problems = @(New-UcProblemObject -Problem $problem -Path $file)
                } else {
                    throw (ConvertTo-UcErrorRecord -Body $answer.Body -Path $file)
                }
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                if ($Quiet) { $false }
                continue
            }
            if ($Quiet) { @($problems | Where-Object { $_.Severity -eq 'Error' }).Count -eq 0 } else { $problems }
        }
    }
}
