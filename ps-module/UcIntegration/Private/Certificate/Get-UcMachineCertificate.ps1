function Get-UcMachineCertificate {
    <#
    .SYNOPSIS
    The certificates of LocalMachine\My.
    #>
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param()
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store 'My', 'LocalMachine'
    try {
        $store.Open('ReadOnly')
        foreach ($certificate in $store.Certificates) { $certificate }
    } finally {
        $store.Close()
    }
}
