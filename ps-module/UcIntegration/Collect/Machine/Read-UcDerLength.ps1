function Read-UcDerLength {
    <#
    .SYNOPSIS
    The length at a place of DER bytes, and where the content begins.
    #>
    [OutputType([int])]
    param([byte[]]$Bytes, [int]$At)
    $length = [int]$Bytes[$At]
    if ($length -lt 0x80) { return $length, ($At + 1) }
    $count = $length -band 0x7f
    $length = 0
    for ($i = 1; $i -le $count; $i++) { $length = 256 * $length + $Bytes[$At + $i] }
    return $length, ($At + 1 + $count)
}
