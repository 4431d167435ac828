function Get-UcChainCertificate {
    <#
    .SYNOPSIS
    The certificates of the issuers of a certificate, as far as Windows finds them here or among others that were
    given: nearest first.

    .DESCRIPTION
    Revocation is not asked about: that is a matter of networks, not of this certificate.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate, [object[]]$Other = @())
    $chain = New-Object System.Security.Cryptography.X509Certificates.X509Chain
    $chain.ChainPolicy.RevocationMode = 'NoCheck'
    $chain.ChainPolicy.UrlRetrievalTimeout = New-Object System.TimeSpan 0, 0, 5
    foreach ($one in $Other) { [void]$chain.ChainPolicy.ExtraStore.Add($one) }
    try {
        [void]$chain.Build($Certificate)
    } catch [System.Security.Cryptography.CryptographicException] {
        Write-Verbose $_.Exception.Message
    }
    foreach ($element in $chain.ChainElements) { $element.Certificate }
}
