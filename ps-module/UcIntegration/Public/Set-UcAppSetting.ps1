function Set-UcAppSetting {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', SupportsShouldProcess = $true, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('UcIntegration.SettingChange')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'PathSetting', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'LiteralPathSetting', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string]$Key,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 2, ValueFromPipelineByPropertyName = $true)]
        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, Position = 2, ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [string]$Value,

        [Parameter(ParameterSetName = 'PathSetting', Mandatory = $true)]
        [Parameter(ParameterSetName = 'LiteralPathSetting', Mandatory = $true)]
        [ValidateNotNull()]
        [System.Collections.IDictionary]$Setting,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [string]$Location,

        [string]$BackupDirectory,

        [switch]$NoBackup,

        [string]$Reason,

        [switch]$SkipValueCheck,

        [switch]$PassThru
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $pathGiven = $PSBoundParameters.ContainsKey('Path')
        $edits = New-UcEditList
    }
    process {
        $literal = $PSCmdlet.ParameterSetName -like 'LiteralPath*'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        $changes = @(@{ op = 'set'; key = $Key; value = $Value })
        if ($PSCmdlet.ParameterSetName -like '*Setting') {
            try {
                $changes = @(ConvertTo-UcChange -Setting $Setting)
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
                return
            }
        }
        if ($changes.Count -eq 0) { return }
        foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
            Add-UcEdit -List $edits -Path $file -Location $Location -Change $changes
        }
    }
    end {
        try {
            $option = New-UcEditOption -Session $PSCmdlet.SessionState -BackupDirectory $BackupDirectory -NoBackup $NoBackup -Reason $Reason -PassThru $PassThru -SkipValueCheck $SkipValueCheck
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        foreach ($edit in $edits.Order) { Invoke-UcEdit -Cmdlet $PSCmdlet -Edit $edit -Option $option }
    }
}
