function Get-UcAppSetting {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', PositionalBinding = $false)]
    [OutputType('UcIntegration.AppSetting')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [Parameter(Position = 1)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Key = '*',

        [string]$Location
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $pathGiven = $PSBoundParameters.ContainsKey('Path')
        $patterns = @(foreach ($one in $Key) { New-Object System.Management.Automation.WildcardPattern $one, 'IgnoreCase' })
    }
    process {
        $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
            $request = @{ path = $file }
            if ($Location) { $request['location'] = $Location }
            try {
                $body = (Invoke-UcCheckedRequest -Function 'uc_config_read' -Request $request -Path $file).Body
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                continue
            }
            foreach ($setting in $body['settings']) {
                foreach ($pattern in $patterns) {
                    if (-not $pattern.IsMatch($setting['key'])) { continue }
                    New-UcAppSettingObject -Setting $setting -Path $body['path'] -Location $Location
                    break
                }
            }
        }
    }
}
