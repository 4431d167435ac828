function Read-UcPfx {
    <#
    .SYNOPSIS
    The certificates of a .pfx file, with the password that was given or is asked for.

    .DESCRIPTION
    Writes one error and returns nothing if it does not open.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [byte[]]$Bytes, [string]$Path, [System.Security.SecureString]$Password)
    if ($null -eq $Password) { $Password = Read-UcPassword -Cmdlet $Cmdlet -Path $Path }
    if ($null -eq $Password) {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PasswordMissing' -Key 'Certificate_PasswordMissing' -Values $Path -Target $Path -WithHint))
        return
    }
    $opened = Open-UcPfx -Bytes $Bytes -Password $Password
    if ($opened.Failure -eq 'CertificateUnreadable') { $opened = Open-UcPfxOwner -Bytes $Bytes -Password $Password }
    if (-not $opened.Failure) { return $opened.Certificate }
    if ($opened.Failure -eq 'PasswordWrong') {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PasswordWrong' -Key 'Certificate_PasswordWrong' -Values $Path -Target $Path))
    } else {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, $opened.Cause -Target $Path))
    }
}
