function Remove-UcAppSetting {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', SupportsShouldProcess = $true, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('UcIntegration.SettingChange')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [Parameter(Mandatory = $true, Position = 1, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Key,

        [Parameter(ValueFromPipelineByPropertyName = $true)]
        [AllowEmptyString()]
        [string]$Location,

        [string]$BackupDirectory,

        [switch]$NoBackup,

        [string]$Reason,

        [switch]$PassThru
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $pathGiven = $PSBoundParameters.ContainsKey('Path')
        $edits = New-UcEditList
    }
    process {
        $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
        $named = if ($literal) { $LiteralPath } else { $Path }
        $literal = $literal -or (-not $pathGiven -and (Test-UcOwnObject $_))
        $changes = @(foreach ($one in $Key) { @{ op = 'remove'; key = $one } })
        foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
            Add-UcEdit -List $edits -Path $file -Location $Location -Change $changes
        }
    }
    end {
        try {
            $option = New-UcEditOption -Session $PSCmdlet.SessionState -BackupDirectory $BackupDirectory -NoBackup $NoBackup -Reason $Reason -PassThru $PassThru
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        foreach ($edit in $edits.Order) { Invoke-UcEdit -Cmdlet $PSCmdlet -Edit $edit -Option $option }
    }
}
