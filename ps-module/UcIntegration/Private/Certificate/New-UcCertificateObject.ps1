function New-UcCertificateObject {
    <#
    .SYNOPSIS
    What the library says of a certificate, as an object of the type UcIntegration.CertificateCheck.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.CertificateCheck')]
    param([hashtable]$Body, [string]$Path)
    $said = $Body['certificate']
    $findings = @(foreach ($finding in $Body['findings']) {
        [pscustomobject]@{
            PSTypeName     = 'UcIntegration.CertificateFinding'
            Status         = $finding['status']
            Severity       = $finding['severity']
            Code           = $finding['code']
            Message        = $finding['message']
            Remedy         = $finding['remedy']
            Rule           = $finding['rule']
            Interpretation = $finding['interpretation']
            Evidence       = @(foreach ($one in $finding['evidence']) { New-UcEvidenceObject -Evidence $one })
        }
    })
    return [pscustomobject]@{
        PSTypeName         = 'UcIntegration.CertificateCheck'
        Purpose            = $Body['purpose']
        Valid              = $Body['valid']
        Path               = $Path
        Thumbprint         = $said['thumbprint']
        Subject            = $said['subject']
        AlternativeName    = @($said['alternativeNames'])
        Issuer             = $said['issuer']
        NotBefore          = ConvertTo-UcLocalTime $said['notBefore']
        NotAfter           = ConvertTo-UcLocalTime $said['notAfter']
        KeyAlgorithm       = $said['keyAlgorithm']
        KeySize            = $said['keySize']
        SignatureAlgorithm = $said['signatureAlgorithm']
        EnhancedKeyUsage   = $said['usages']
        SerialNumber       = $said['serialNumber']
        SelfSigned         = $said['selfSigned']
        Findings           = $findings
    }
}
