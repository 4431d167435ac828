function Disable-UcOwaIm {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium', PositionalBinding = $false)]
    [OutputType('UcIntegration.StepResult', 'UcIntegration.Plan')]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true)]
        [object[]]$Fact,

        [string[]]$Server,

        [ValidateNotNullOrEmpty()]
        [string]$JournalPath,

        [switch]$Force,

        [switch]$PassThru
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $texts = New-Object System.Collections.ArrayList
    }
    process {
        if ($null -eq $Fact) { return }
        foreach ($text in (Get-UcFactText -Cmdlet $PSCmdlet -Fact $Fact)) { [void]$texts.Add($text) }
    }
    end {
        $setting = ConvertTo-UcSetting -Bound $PSBoundParameters
        $setting['disable'] = $true
        try {
            Invoke-UcOwaIm -Cmdlet $PSCmdlet -Text $texts.ToArray() -Setting $setting -JournalPath $JournalPath -Force $Force -PassThru $PassThru
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
    }
}
