function Export-UcReport {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Low', PositionalBinding = $false)]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(ValueFromPipeline = $true)]
        [object[]]$Fact,

        [Parameter(Mandatory = $true, Position = 0)]
        [ValidateNotNullOrEmpty()]
        [string]$Path,

        [ValidateSet('Prerequisites', 'OwaIm', 'UnifiedMessaging', 'Hybrid')]
        [string[]]$Scenario,

        [string]$Title,

        [ValidateNotNullOrEmpty()]
        [string]$Culture,

        [switch]$NoPlan,

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

        [datetime]$Now = (Get-Date),

        [switch]$Force
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
        $file = Resolve-UcLiteralPath -Cmdlet $PSCmdlet -Path $Path
        if (-not $file) { return }
        if (-not $given) {
            foreach ($text in (Get-UcOwnFactText -Cmdlet $PSCmdlet)) { [void]$texts.Add($text) }
        }
        $setting = ConvertTo-UcSetting -Bound $PSBoundParameters
        $request = New-UcEstateRequest -Text $texts -Scenario $Scenario -Now $Now -Setting $setting
        $request['plan'] = -not $NoPlan
        if ($Title) { $request['title'] = $Title }
        if ($Culture) { $request['culture'] = $Culture }
        Export-UcReportFile -Cmdlet $PSCmdlet -Request $request -Path $file -Force $Force
    }
}
