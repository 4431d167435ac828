function Get-UcPfxInput {
    <#
    .SYNOPSIS
    The certificate of a .pfx file that has a key, and the others with it.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([byte[]]$Bytes, [string]$Path, [System.Security.SecureString]$Password)
    $all = @(Read-UcPfx -Bytes $Bytes -Path $Path -Password $Password)
    if ($all.Count -eq 0) { return }
    try {
        $certificate = @(@($all | Where-Object { $_.HasPrivateKey }) + $all)[0]
        $others = @($all | Where-Object { $_.Thumbprint -ne $certificate.Thumbprint })
        New-UcCertificateInput -Certificate $certificate -Other $others -KeyKnown $true -Path $Path
    } finally {
        # Where .NET cannot leave the key out of the files of the user, it deletes it with the certificate.
        foreach ($one in $all) { $one.Reset() }
    }
}
