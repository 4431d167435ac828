function ConvertFrom-UcDerIdentifier {
    <#
    .SYNOPSIS
    The object identifier that stands at a place of DER bytes.
    #>
    [OutputType([string])]
    param([byte[]]$Bytes, [int]$At, [int]$Length)
    if ($Length -lt 1 -or $At + $Length -gt $Bytes.Length) { throw (New-Object System.FormatException) }
    $numbers = New-Object System.Collections.ArrayList
    $number = [decimal]0
    for ($i = $At; $i -lt $At + $Length; $i++) {
        $number = $number * 128 + ($Bytes[$i] -band 0x7f)
        if ($Bytes[$i] -ge 0x80) { continue }
        if ($numbers.Count -eq 0) {
            $first = [Math]::Min([Math]::Floor($number / 40), 2)
            [void]$numbers.Add($first)
            $number = $number - 40 * $first
        }
        [void]$numbers.Add($number)
        $number = [decimal]0
    }
    return [string]::Join('.', @($numbers | ForEach-Object { $_.ToString([System.Globalization.CultureInfo]::InvariantCulture) }))
}
