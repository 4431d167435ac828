function Get-UcDnsName {
    <#
    .SYNOPSIS
    The DNS names of an extension for alternative names.

    .DESCRIPTION
    Its text form depends on the language of Windows, its bytes do not: a sequence of names, where the tag 0x82
    marks a DNS name.
    #>
    [OutputType([string])]
    param([byte[]]$Bytes)
    $length, $at = Read-UcDerLength $Bytes 1
    $end = [Math]::Min($at + $length, $Bytes.Length)
    while ($at + 1 -lt $end) {
        $tag = $Bytes[$at]
        $length, $at = Read-UcDerLength $Bytes ($at + 1)
        if ($tag -eq 0x82) { [System.Text.Encoding]::ASCII.GetString($Bytes, $at, $length) }
        $at += $length
    }
}
