function Get-UcCertificateCheck {
    <#
    .SYNOPSIS
    What the library says of a certificate.

    .DESCRIPTION
    Found: as New-UcCertificateInput makes it. Wanted: the purpose and what it asks for.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Found, [hashtable]$Wanted)
    $request = $Found.Asked
    foreach ($name in $Wanted.Keys) { $request[$name] = $Wanted[$name] }
    return (Invoke-UcCheckedRequest -Function 'uc_certificate_check' -Request $request -Path $Found.Path).Body
}
