function Add-UcKeyFact {
    <#
    .SYNOPSIS
    The key, the signature, the uses and the template of a certificate.

    .DESCRIPTION
    The key is asked where it is kept, never opened.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Collections.IDictionary]$Record, $Certificate)
    if ($Certificate -isnot [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return }
    $Record['signatureAlgorithm'] = [string]$Certificate.SignatureAlgorithm.FriendlyName
    $size = Get-UcKeySize $Certificate
    if ($null -ne $size) { $Record['publicKeySize'] = $size }
    $isCng = Test-UcCngKey -Certificate $Certificate
    if ($null -ne $isCng) { $Record['isCngKey'] = $isCng }
    $template = Get-UcCertificateTemplate $Certificate
    if ($template) { $Record['template'] = $template }
    foreach ($extension in $Certificate.Extensions) {
        if ($extension -is [System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]) {
            $Record['keyUsages'] = @($extension.EnhancedKeyUsages | ForEach-Object { $_.Value })
        }
    }
}
