function Get-UcPlainCertificate {
    <#
    .SYNOPSIS
    The certificate that an object is, or that its bytes (RawData) make; nothing if it has none.

    .DESCRIPTION
    Bytes that make no certificate are an error.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param($Object)
    $value = $Object
    if ($Object -is [psobject]) { $value = $Object.PSObject.BaseObject }
    if ($value -is [System.Security.Cryptography.X509Certificates.X509Certificate2]) { return $value }
    $bytes = Get-UcMember $Object 'RawData'
    if ($null -eq $bytes) { return }
    return New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (, [byte[]]$bytes)
}
