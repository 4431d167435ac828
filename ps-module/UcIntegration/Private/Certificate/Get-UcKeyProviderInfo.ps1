# CERT_KEY_PROV_INFO_PROP_ID, and the place of dwProvType behind two pointers in CRYPT_KEY_PROV_INFO.
$script:UcKeyProviderProperty = 2

function Get-UcKeyProviderInfo {
    <#
    .SYNOPSIS
    The provider information of a certificate, copied into memory that the caller frees; IntPtr.Zero if it has none.
    #>
    [OutputType([IntPtr])]
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
