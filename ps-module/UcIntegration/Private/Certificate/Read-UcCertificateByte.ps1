function Read-UcCertificateByte {
    <#
    .SYNOPSIS
    The bytes of a file.

    .DESCRIPTION
    Throws if it cannot be read.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([string]$Path)
    try {
        return , [System.IO.File]::ReadAllBytes($Path)
    } catch [System.Exception] {
        throw (New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, (Get-UcCause -Cause $_) -Target $Path)
    }
}
