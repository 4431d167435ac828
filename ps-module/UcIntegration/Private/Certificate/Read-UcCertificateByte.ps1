function Read-UcCertificateByte {
    <#
    .SYNOPSIS
    The bytes of a file.

    .DESCRIPTION
    Writes an error and returns nothing if it cannot be read.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path)
    try {
        return , [System.IO.File]::ReadAllBytes($Path)
    } catch [System.Exception] {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, (Get-UcCause -Cause $_) -Target $Path))
    }
}
