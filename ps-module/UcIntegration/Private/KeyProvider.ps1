# Where Windows keeps the private key of a certificate. Asks for the name of the provider that stands beside the
# certificate in its store, which neither opens the key nor needs access to it.

# CERT_KEY_PROV_INFO_PROP_ID, and the place of dwProvType behind two pointers in CRYPT_KEY_PROV_INFO.
$script:UcKeyProviderProperty = 2
$script:UcKeyProviderType = 2 * [IntPtr]::Size
$script:UcCrypt = $null

function Get-UcCryptType {
    if ($null -eq $script:UcCrypt) {
        $functions = , @('CertGetCertificateContextProperty', [int], [Type[]]@([IntPtr], [uint32], [IntPtr], [IntPtr]))
        $script:UcCrypt = New-UcImportType -Name 'UcIntegration.Crypt' -LibraryPath 'crypt32.dll' -Function $functions -Convention 'Winapi'
    }
    return $script:UcCrypt
}

# The provider information of a certificate, copied into memory that the caller frees; IntPtr.Zero if it has none.
function Get-UcKeyProviderInfo {
    param([IntPtr]$Certificate)
    $crypt = Get-UcCryptType
    $size = [System.Runtime.InteropServices.Marshal]::AllocHGlobal(4)
    try {
        [System.Runtime.InteropServices.Marshal]::WriteInt32($size, 0)
        if ($crypt::CertGetCertificateContextProperty($Certificate, $script:UcKeyProviderProperty, [IntPtr]::Zero, $size) -eq 0) { return [IntPtr]::Zero }
        $info = [System.Runtime.InteropServices.Marshal]::AllocHGlobal([System.Runtime.InteropServices.Marshal]::ReadInt32($size))
        if ($crypt::CertGetCertificateContextProperty($Certificate, $script:UcKeyProviderProperty, $info, $size) -ne 0) { return $info }
        [System.Runtime.InteropServices.Marshal]::FreeHGlobal($info)
        return [IntPtr]::Zero
    } finally {
        [System.Runtime.InteropServices.Marshal]::FreeHGlobal($size)
    }
}

# Whether the key is kept by a CNG provider, which is one without a type. Nothing if there is no key, or if this system
# is not Windows and cannot tell.
function Test-UcCngKey {
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)
    if ([Environment]::OSVersion.Platform -ne [PlatformID]::Win32NT -or -not $Certificate.HasPrivateKey) { return }
    $info = Get-UcKeyProviderInfo -Certificate $Certificate.Handle
    if ($info -eq [IntPtr]::Zero) { return }
    $type = [System.Runtime.InteropServices.Marshal]::ReadInt32($info, $script:UcKeyProviderType)
    [System.Runtime.InteropServices.Marshal]::FreeHGlobal($info)
    [GC]::KeepAlive($Certificate)
    return $type -eq 0
}
