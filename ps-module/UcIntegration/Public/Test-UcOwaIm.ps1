function Test-UcOwaIm {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('UcIntegration.Finding', [bool])]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true)]
        [object[]]$Fact,

        [string]$IMServerName,

        [Alias('Thumbprint')]
        [string]$CertificateThumbprint,

        [string]$ApplicationId,

        [ValidateRange(1, 65535)]
        [int]$ApplicationPort,

        [string[]]$Server,

        [datetime]$Now = (Get-Date),

        [switch]$Quiet
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
        try {
            foreach ($text in (Get-UcOwnFactText -Scenario 'OwaIm')) { [void]$texts.Add($text) }
            $setting = ConvertTo-UcSetting -Bound $PSBoundParameters
            $request = New-UcEstateRequest -Text $texts -Scenario 'OwaIm' -Now $Now -Setting $setting
            $answer = Invoke-UcCheckedRequest -Function 'uc_estate_check' -Request $request
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
        Write-UcFinding -Body $answer.Body -Quiet $Quiet
    }
}
