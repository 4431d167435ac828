function Get-UcFileInput {
    <#
    .SYNOPSIS
    What is checked of a file.

    .DESCRIPTION
    Bytes that .NET cannot read go to the library as they are, which says what is wrong with them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Path, [System.Security.SecureString]$Password)
    $bytes = Read-UcCertificateByte -Path $Path
    if (@('.pfx', '.p12') -contains [System.IO.Path]::GetExtension($Path)) {
        return Get-UcPfxInput -Bytes $bytes -Path $Path -Password $Password
    }
    $blocks = @(Get-UcPemBlock -Bytes $bytes)
    try {
        $all = @(foreach ($block in $blocks) { New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (, $block) })
    } catch [System.Exception] {
        Write-Verbose (Get-UcCause -Cause $_)
        $encoded = @($blocks | ForEach-Object { [Convert]::ToBase64String($_) })
        return @{ Asked = @{ certificate = $encoded[0]; chain = @($encoded | Select-Object -Skip 1) }; Path = $Path }
    }
    $found = New-UcCertificateInput -Certificate $all[0] -Other @($all | Select-Object -Skip 1) -Path $Path
    # .NET drops bytes after the end of a certificate without a word; the library does not.
    $found.Asked['certificate'] = [Convert]::ToBase64String($blocks[0])
    return $found
}
