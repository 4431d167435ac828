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
        $sentences = @{ Write = 'Report_Write'; FileExists = 'Report_FileExists'; NotWritten = 'Report_NotWritten' }
        try {
            # A file that may not be replaced is told before the work is done.
            $file = Resolve-UcLiteralPath -Session $PSCmdlet.SessionState -Path $Path
            Assert-UcNewFile -Text $sentences -Path $file -Force $Force
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_
            return
        }
        try {
            if (-not $given) {
                foreach ($text in (Get-UcOwnFactText)) { [void]$texts.Add($text) }
            }
            $setting = ConvertTo-UcSetting -Bound $PSBoundParameters
            $request = New-UcEstateRequest -Text $texts -Scenario $Scenario -Now $Now -Setting $setting
            $request['plan'] = -not $NoPlan
            if ($Title) { $request['title'] = $Title }
            if ($Culture) { $request['culture'] = $Culture }
            $body = (Invoke-UcCheckedRequest -Function 'uc_report_render' -Request $request).Body
        } catch {
            Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
        }
        $bytes = (New-Object System.Text.UTF8Encoding $false).GetBytes($body['html'])
        Export-UcFile -Cmdlet $PSCmdlet -Text $sentences -File @{ Path = $file; Bytes = $bytes } -Force $Force
    }
}
