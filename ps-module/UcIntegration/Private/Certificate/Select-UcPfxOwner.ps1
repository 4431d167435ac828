function Select-UcPfxOwner {
    <#
    .SYNOPSIS
    The certificates of a .pfx file, the one that the key belongs to first.

    .DESCRIPTION
    A .NET Framework that keeps keys in memory may say of each certificate that it has none. Then the file is opened once
    more, in the way that finds the owner of the key.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([object[]]$Certificate, [byte[]]$Bytes, [System.Security.SecureString]$Password)
    if (@($Certificate | Where-Object { $_.HasPrivateKey }).Count -gt 0) { return $Certificate }
    $owner = @((Open-UcPfxOwner -Bytes $Bytes -Password $Password).Certificate | Where-Object { $_.HasPrivateKey })
    if ($owner.Count -eq 0) { return $Certificate }
    return $owner + @($Certificate | Where-Object { $_.Thumbprint -ne $owner[0].Thumbprint })
}
