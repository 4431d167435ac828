function Get-UcPlan {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('UcIntegration.Plan')]
    param(
        [Parameter(Position = 0, ValueFromPipeline = $true)]
        [object[]]$Fact,

        [ValidateSet('Prerequisites', 'OwaIm', 'UnifiedMessaging', 'Hybrid')]
        [string[]]$Scenario,

        [string]$IMServerName,

        [Alias('Thumbprint')]
        [string]$CertificateThumbprint,

        [string]$ApplicationId,

        [ValidateRange(1, 65535)]
        [int]$ApplicationPort,

        [string[]]$Server,

        [string]$AutodiscoverHost,

        [Alias('OAuthThumbprint')]
        [string]$OAuthCertificateThumbprint,

        [ValidateSet('Worldwide', 'China21Vianet', 'GccHigh')]
        [string]$Cloud,

        [switch]$Disable,

        [datetime]$Now = (Get-Date)
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $texts = New-Object System.Collections.ArrayList
        $given = $false
    }
    process {
        if ($null -eq $Fact) { return }
        $given = $true
        foreach ($text in (Get-UcFactText -Cmdlet $PSCmdlet -Fact $Fact)) { [void]$texts.Add($text) }
    }
    end {
        try {
            if (-not $given) {
                foreach ($text in (Get-UcOwnFactText -Scenario $Scenario)) { [void]$texts.Add($text) }
            }
            $setting = ConvertTo-UcSetting -Bound $PSBoundParameters
            $request = New-UcEstateRequest -Text $texts -Scenario $Scenario -Now $Now -Setting $setting
            $answer = Invoke-UcCheckedRequest -Function 'uc_plan_create' -Request $request
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
        New-UcPlanObject -Body $answer.Body -Json $answer.Json
    }
}
