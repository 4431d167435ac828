function Get-UcCertificateTemplate {
    <#
    .SYNOPSIS
    The template that a certificate was issued from: the name of an old one, the object identifier of a newer one.

    .DESCRIPTION
    The text form of the extensions depends on the language of Windows, their bytes do not. Nothing for a certificate
    without them, or with bytes that are none of this.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Certificate)
    foreach ($extension in (Get-UcMember $Certificate 'Extensions')) {
        if ('1.3.6.1.4.1.311.20.2', '1.3.6.1.4.1.311.21.7' -notcontains $extension.Oid.Value) { continue }
        try {
            $bytes = [byte[]]$extension.RawData
            $length, $at = Read-UcDerLength $bytes 1
            if ($extension.Oid.Value -eq '1.3.6.1.4.1.311.20.2') {
                $encoding = [System.Text.Encoding]::UTF8
                if ($bytes[0] -eq 0x1e) { $encoding = [System.Text.Encoding]::BigEndianUnicode }
                return $encoding.GetString($bytes, $at, $length)
            }
            if ($bytes[$at] -ne 0x06) { continue }
            $length, $at = Read-UcDerLength $bytes ($at + 1)
            return ConvertFrom-UcDerIdentifier $bytes $at $length
        } catch [System.Exception] {
            Write-Verbose $_.Exception.Message
        }
    }
}
