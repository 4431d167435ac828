function Get-UcPemBlock {
    <#
    .SYNOPSIS
    The blocks of a PEM file, each as bytes; the file itself if it is none.
    #>
    [OutputType([byte[]])]
    param([byte[]]$Bytes)
    $text = [System.Text.Encoding]::ASCII.GetString($Bytes)
    $blocks = [regex]::Matches($text, '-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END ')
    if ($blocks.Count -eq 0) { return , $Bytes }
    foreach ($block in $blocks) {
        try {
            , [Convert]::FromBase64String($block.Groups[1].Value)
        } catch [System.FormatException] {
            # Not Base64: the library says what is wrong with such bytes.
            [void](Get-UcCause -Cause $_)
            , [System.Text.Encoding]::ASCII.GetBytes($block.Groups[1].Value)
        }
    }
}
