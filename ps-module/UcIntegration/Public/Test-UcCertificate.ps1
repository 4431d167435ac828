function Test-UcCertificate {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(DefaultParameterSetName = 'Path', PositionalBinding = $false)]
    [OutputType('UcIntegration.CertificateCheck', [bool])]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateSet('OwaIm', 'OAuth', 'UnifiedMessaging')]
        [string]$Purpose,

        [Parameter(ParameterSetName = 'Path', Mandatory = $true, Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)]
        [ValidateNotNullOrEmpty()]
        [string[]]$Path,

        [Parameter(ParameterSetName = 'LiteralPath', Mandatory = $true, ValueFromPipelineByPropertyName = $true)]
        [Alias('PSPath', 'FullName')]
        [ValidateNotNullOrEmpty()]
        [string[]]$LiteralPath,

        [Parameter(ParameterSetName = 'Thumbprint', Mandatory = $true)]
        [Alias('Thumbprint')]
        [ValidateNotNullOrEmpty()]
        [string[]]$CertificateThumbprint,

        [Parameter(ParameterSetName = 'Certificate', Mandatory = $true, ValueFromPipeline = $true)]
        [System.Security.Cryptography.X509Certificates.X509Certificate2[]]$Certificate,

        [Parameter(ParameterSetName = 'Path')]
        [Parameter(ParameterSetName = 'LiteralPath')]
        [System.Security.SecureString]$Password,

        [string[]]$Fqdn,

        [string[]]$SipDomain,

        [datetime]$Now = (Get-Date),

        [switch]$Quiet
    )
    begin {
        Import-UcCallerPreference -Cmdlet $PSCmdlet
        $wanted = @{ purpose = $Purpose; now = Format-UcTime $Now }
        if ($Fqdn) { $wanted['fqdns'] = @($Fqdn) }
        if ($SipDomain) { $wanted['sipDomains'] = @($SipDomain) }
    }
    process {
        # What cannot be read is an error and stands as nothing: with Quiet it has its answer all the same.
        $found = @(switch ($PSCmdlet.ParameterSetName) {
            'Thumbprint' {
                foreach ($one in $CertificateThumbprint) {
                    try {
                        New-UcCertificateInput -Certificate (Get-UcStoreCertificate -Thumbprint $one) -KeyKnown $true -InStore $true
                    } catch {
                        Write-UcError -Cmdlet $PSCmdlet -Cause $_
                        $null
                    }
                }
            }
            'Certificate' {
                foreach ($one in $Certificate) { New-UcCertificateInput -Certificate $one -KeyKnown (Test-UcKeyKnown $one) -InStore $true }
            }
            default {
                $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
                $named = if ($literal) { $LiteralPath } else { $Path }
                foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
                    try {
                        Get-UcFileInput -Path $file -Password $Password
                    } catch {
                        Write-UcError -Cmdlet $PSCmdlet -Cause $_
                        $null
                    }
                }
            }
        })
        foreach ($one in $found) {
            $body = $null
            try {
                if ($null -ne $one) { $body = Get-UcCertificateCheck -Found $one -Wanted $wanted }
            } catch {
                Write-UcError -Cmdlet $PSCmdlet -Cause $_
            }
            if ($Quiet) {
                $null -ne $body -and $body['valid']
            } elseif ($null -ne $body) {
                New-UcCertificateObject -Body $body -Path $one.Path
            }
        }
    }
}
