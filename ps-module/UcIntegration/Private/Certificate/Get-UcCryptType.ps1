$script:UcCrypt = $null

function Get-UcCryptType {
    <#
    .SYNOPSIS
    The type with the one function of crypt32 that the module calls, made once.
    #>
    [OutputType([type])]
    param()
    if ($null -eq $script:UcCrypt) {
        $functions = , @('CertGetCertificateContextProperty', [int], [Type[]]@([IntPtr], [uint32], [IntPtr], [IntPtr]))
        $script:UcCrypt = New-UcImportType -Name 'UcIntegration.Crypt' -LibraryPath 'crypt32.dll' -Function $functions -Convention 'Winapi'
    }
    return $script:UcCrypt
}
