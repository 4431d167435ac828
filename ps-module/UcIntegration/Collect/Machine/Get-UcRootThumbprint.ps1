function Get-UcRootThumbprint {
    <#
    .SYNOPSIS
    The thumbprint of the root that the chain of a certificate ends in; nothing if the chain has no end.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Certificate)
    if ($Certificate -isnot [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return }
    $elements = @(Get-UcChainCertificate -Certificate $Certificate)
    if ($elements.Count -eq 0) { return }
    $last = $elements[$elements.Count - 1]
    if ($last.Subject -eq $last.Issuer) { return $last.Thumbprint }
}
