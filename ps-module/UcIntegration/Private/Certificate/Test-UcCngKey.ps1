$script:UcKeyProviderType = 2 * [IntPtr]::Size

function Test-UcCngKey {
    <#
    .SYNOPSIS
    Whether the key is kept by a CNG provider, which is one without a type.

    .DESCRIPTION
    Nothing if there is no key, or if this system is not Windows and cannot tell.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)
    if ([Environment]::OSVersion.Platform -ne [PlatformID]::Win32NT -or -not $Certificate.HasPrivateKey) { return }
    $info = Get-UcKeyProviderInfo -Certificate $Certificate.Handle
    if ($info -eq [IntPtr]::Zero) { return }
    $type = [System.Runtime.InteropServices.Marshal]::ReadInt32($info, $script:UcKeyProviderType)
    [System.Runtime.InteropServices.Marshal]::FreeHGlobal($info)
    [GC]::KeepAlive($Certificate)
    return $type -eq 0
}
