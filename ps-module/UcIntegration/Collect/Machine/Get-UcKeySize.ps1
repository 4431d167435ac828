function Get-UcKeySize {
    <#
    .SYNOPSIS
    The size of the public key of a certificate in bits; nothing for a key that is not RSA.

    .DESCRIPTION
    The size is that of the modulus, from its bytes: KeySize of the key cannot be read in PowerShell 7.6.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)
    if ($Certificate.PublicKey.Oid.Value -ne '1.2.840.113549.1.1.1') { return }
    $bytes = $Certificate.PublicKey.EncodedKeyValue.RawData
    try {
        $length, $at = Read-UcDerLength $bytes 1
        $length, $at = Read-UcDerLength $bytes ($at + 1)
        $end = $at + $length
        while ($bytes[$at] -eq 0) { $at++ }
        $size = 8 * ($end - $at)
        for ($top = [int]$bytes[$at]; $top -lt 128; $top *= 2) { $size-- }
        return $size
    } catch [System.Exception] {
        Write-Verbose (Get-UcCause -Cause $_)
    }
}
