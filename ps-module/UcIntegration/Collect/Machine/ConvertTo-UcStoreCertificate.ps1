function ConvertTo-UcStoreCertificate {
    <#
    .SYNOPSIS
    A certificate of a store.

    .DESCRIPTION
    Names and root matter for those of the machine itself, not for the roots.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
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
