# What of a certificate goes into a fact: of one that arrives as Exchange made it, and of the bytes of one that does not.
$script:UcExchangeCertificateMap = @(
    'thumbprint Thumbprint Text!', 'subject Subject Text', 'domains CertificateDomains List', 'services Services List',
    'notBefore NotBefore Time', 'notAfter NotAfter Time', 'hasPrivateKey HasPrivateKey Bool', 'isSelfSigned IsSelfSigned Bool',
    'status Status Text', 'issuer Issuer Text', 'publicKeySize PublicKeySize Number', 'friendlyName FriendlyName Text'
)
$script:UcPlainCertificateMap = 'thumbprint Thumbprint Text!', 'subject Subject Text', 'notBefore NotBefore Time', 'notAfter NotAfter Time', 'issuer Issuer Text'

function ConvertTo-UcExchangeCertificate {
    <#
    .SYNOPSIS
    A certificate of Exchange, in the form in which it arrived.

    .DESCRIPTION
    A session without the types of Exchange makes a plain certificate of the bytes; where signed serialization fails, the
    bytes are all that arrives. Then what they say is known. The services, the key and the friendly name are not: a plain
    certificate says of each that it has no key and no name.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param($Object)
    if ($null -ne ([psobject]$Object).PSObject.Properties['Services']) { return ConvertTo-UcRecord $Object $script:UcExchangeCertificateMap }
    $certificate = Get-UcPlainCertificate $Object
    if ($null -eq $certificate) {
        $record = ConvertTo-UcRecord $Object $script:UcExchangeCertificateMap
        foreach ($name in 'hasPrivateKey', 'friendlyName') { if ($record.Contains($name)) { $record.Remove($name) } }
        return $record
    }
    $record = ConvertTo-UcRecord $certificate $script:UcPlainCertificateMap
    $record['domains'] = Get-UcCertificateName $certificate
    $size = Get-UcKeySize $certificate
    if ($null -ne $size) { $record['publicKeySize'] = $size }
    return $record
}
