function Open-UcPfx {
    <#
    .SYNOPSIS
    All certificates of a .pfx file: @{ Certificate; Failure; Cause }, Failure being the id of an error or nothing.

    .DESCRIPTION
    The key goes to no store where .NET can avoid it.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([byte[]]$Bytes, [System.Security.SecureString]$Password)
    $flags = 'DefaultKeySet'
    if ([Enum]::GetNames([System.Security.Cryptography.X509Certificates.X509KeyStorageFlags]) -contains 'EphemeralKeySet') { $flags = 'EphemeralKeySet' }
    $all = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2Collection
    $plain = [System.Runtime.InteropServices.Marshal]::SecureStringToBSTR($Password)
    try {
        $all.Import($Bytes, [System.Runtime.InteropServices.Marshal]::PtrToStringBSTR($plain), $flags)
        return @{ Certificate = @($all); Failure = $null }
    } catch [System.Exception] {
        return Get-UcPfxFailure -Cause $_
    } finally {
        [System.Runtime.InteropServices.Marshal]::ZeroFreeBSTR($plain)
    }
}
