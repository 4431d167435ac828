function Get-UcCertificateName {
    <#
    .SYNOPSIS
    The names of the extension for alternative names; none if the certificate has no such extension.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param($Certificate)
    foreach ($extension in (Get-UcMember $Certificate 'Extensions')) {
        if ($extension.Oid.Value -eq '2.5.29.17') { return , @(Get-UcDnsName $extension.RawData) }
    }
    # A certificate that lost its type has no extensions, but the names that PowerShell found in it.
    return , @(foreach ($name in (Get-UcMember $Certificate 'DnsNameList')) { [string](Get-UcMember $name 'Punycode') })
}
