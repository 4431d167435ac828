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
        $found = switch ($PSCmdlet.ParameterSetName) {
            'Thumbprint' {
                foreach ($one in $CertificateThumbprint) {
                    $stored = Get-UcStoreCertificate -Cmdlet $PSCmdlet -Thumbprint $one
                    if ($null -ne $stored) { New-UcCertificateInput -Certificate $stored -KeyKnown $true -InStore $true } else { @{ Asked = $null } }
                }
            }
            'Certificate' {
                foreach ($one in $Certificate) { New-UcCertificateInput -Certificate $one -KeyKnown $true -InStore $true }
            }
            default {
                $literal = $PSCmdlet.ParameterSetName -eq 'LiteralPath'
                $named = if ($literal) { $LiteralPath } else { $Path }
                foreach ($file in (Get-UcTarget -Cmdlet $PSCmdlet -Path $named -Literal $literal)) {
                    $read = Get-UcFileInput -Cmdlet $PSCmdlet -Path $file -Password $Password
                    if ($null -ne $read) { $read } else { @{ Asked = $null } }
                }
            }
        }
        foreach ($one in $found) {
            # What could not be read was said already; with Quiet it has its answer all the same.
            if ($null -ne $one.Asked) {
                Write-UcCertificateCheck -Cmdlet $PSCmdlet -Found $one -Wanted $wanted -Quiet $Quiet
            } elseif ($Quiet) {
                $false
            }
        }
    }
}
