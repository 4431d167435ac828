# Facts of the machine: the certificates of its stores My and Root. Reads only; private keys are never touched.

# The length at a place of DER bytes, and where the content begins.
function Read-UcDerLength {
    param([byte[]]$Bytes, [int]$At)
    $length = [int]$Bytes[$At]
    if ($length -lt 0x80) { return $length, ($At + 1) }
    $count = $length -band 0x7f
    $length = 0
    for ($i = 1; $i -le $count; $i++) { $length = 256 * $length + $Bytes[$At + $i] }
    return $length, ($At + 1 + $count)
}

# The DNS names of an extension for alternative names. Its text form depends on the language of Windows, its bytes do
# not: a sequence of names, where the tag 0x82 marks a DNS name.
function Get-UcDnsName {
    param([byte[]]$Bytes)
    $length, $at = Read-UcDerLength $Bytes 1
    $end = [Math]::Min($at + $length, $Bytes.Length)
    while ($at + 1 -lt $end) {
        $tag = $Bytes[$at]
        $length, $at = Read-UcDerLength $Bytes ($at + 1)
        if ($tag -eq 0x82) { [System.Text.Encoding]::ASCII.GetString($Bytes, $at, $length) }
        $at += $length
    }
}

# The names of the extension for alternative names; none if the certificate has no such extension.
function Get-UcCertificateName {
    param($Certificate)
    foreach ($extension in (Get-UcMember $Certificate 'Extensions')) {
        if ($extension.Oid.Value -eq '2.5.29.17') { return , @(Get-UcDnsName $extension.RawData) }
    }
    # A certificate that lost its type has no extensions, but the names that PowerShell found in it.
    return , @(foreach ($name in (Get-UcMember $Certificate 'DnsNameList')) { [string](Get-UcMember $name 'Punycode') })
}

# The thumbprint of the root that the chain of a certificate ends in; nothing if the chain has no end.
function Get-UcRootThumbprint {
    param($Certificate)
    if ($Certificate -isnot [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return }
    $elements = @(Get-UcChainCertificate -Certificate $Certificate)
    if ($elements.Count -eq 0) { return }
    $last = $elements[$elements.Count - 1]
    if ($last.Subject -eq $last.Issuer) { return $last.Thumbprint }
}

# The key, the signature and the uses of a certificate. The key is asked where it is kept, never opened.
function Add-UcKeyFact {
    param([System.Collections.IDictionary]$Record, $Certificate)
    if ($Certificate -isnot [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return }
    $Record['signatureAlgorithm'] = [string]$Certificate.SignatureAlgorithm.FriendlyName
    try { $Record['publicKeySize'] = [int]$Certificate.PublicKey.Key.KeySize } catch [System.Exception] { Write-Verbose $_.Exception.Message }
    $isCng = Test-UcCngKey -Certificate $Certificate
    if ($null -ne $isCng) { $Record['isCngKey'] = $isCng }
    foreach ($extension in $Certificate.Extensions) {
        if ($extension -is [System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]) {
            $Record['keyUsages'] = @($extension.EnhancedKeyUsages | ForEach-Object { $_.Value })
        }
    }
}

# A certificate of a store. Names and root matter for those of the machine itself, not for the roots.
function ConvertTo-UcStoreCertificate {
    param($Certificate, [string]$Store)
    $map = 'thumbprint Thumbprint Text!', 'subject Subject Text', 'issuer Issuer Text', 'notBefore NotBefore Time', 'notAfter NotAfter Time',
        'hasPrivateKey HasPrivateKey Bool', 'friendlyName FriendlyName Text'
    $record = ConvertTo-UcRecord $Certificate $map
    $record['store'] = $Store
    Add-UcKeyFact -Record $record -Certificate $Certificate
    if ($Store -eq 'Root') { return $record }
    $record['dnsNames'] = Get-UcCertificateName $Certificate
    $root = Get-UcRootThumbprint $Certificate
    if ($root) { $record['rootThumbprint'] = [string]$root }
    return $record
}

Add-UcSection -Path 'machine.certificates' -Text 'Get-ChildItem Cert:\LocalMachine\My' -Read {
    param($Context)
    foreach ($store in 'My', 'Root') {
        foreach ($certificate in (Get-UcAnswer $Context 'Get-ChildItem' @{ Path = 'Cert:\LocalMachine\' + $store } -Target ('Cert:\LocalMachine\' + $store))) {
            ConvertTo-UcStoreCertificate -Certificate $certificate -Store $store
        }
    }
}
