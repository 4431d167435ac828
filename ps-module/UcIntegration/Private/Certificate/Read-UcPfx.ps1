function Read-UcPfx {
    <#
    .SYNOPSIS
    The certificates of a .pfx file, with the password that was given or is asked for.

    .DESCRIPTION
    Throws if it does not open.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([byte[]]$Bytes, [string]$Path, [System.Security.SecureString]$Password)
    if ($null -eq $Password) { $Password = Read-UcPassword -Path $Path }
    if ($null -eq $Password) {
        throw (New-UcOwnErrorRecord -Id 'PasswordMissing' -Key 'Certificate_PasswordMissing' -Values $Path -Target $Path -WithHint)
    }
    $opened = Open-UcPfx -Bytes $Bytes -Password $Password
    if ($opened.Failure -eq 'CertificateUnreadable') { $opened = Open-UcPfxOwner -Bytes $Bytes -Password $Password }
    if (-not $opened.Failure) { return Select-UcPfxOwner -Certificate $opened.Certificate -Bytes $Bytes -Password $Password }
    if ($opened.Failure -eq 'PasswordWrong') { throw (New-UcOwnErrorRecord -Id 'PasswordWrong' -Key 'Certificate_PasswordWrong' -Values $Path -Target $Path) }
    throw (New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, $opened.Cause -Target $Path)
}
