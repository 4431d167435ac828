function Open-UcPfxOwner {
    <#
    .SYNOPSIS
    As Open-UcPfx, but only the certificate that the key belongs to: for systems that cannot leave a key out of
    their stores.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([byte[]]$Bytes, [System.Security.SecureString]$Password)
    try {
        $one = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 $Bytes, $Password
        return @{ Certificate = @($one); Failure = $null }
    } catch [System.Exception] {
        return Get-UcPfxFailure -Cause $_
    }
}
