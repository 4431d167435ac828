function Get-UcFileInput {
    <#
    .SYNOPSIS
    What is judged of a file.

    .DESCRIPTION
    Bytes that .NET cannot read go to the library as they are, which says what is wrong with them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [System.Security.SecureString]$Password)
    $bytes = Read-UcCertificateByte -Cmdlet $Cmdlet -Path $Path
    if ($null -eq $bytes) { return }
    if (@('.pfx', '.p12') -contains [System.IO.Path]::GetExtension($Path)) {
        return Get-UcPfxInput -Cmdlet $Cmdlet -Bytes $bytes -Path $Path -Password $Password
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
