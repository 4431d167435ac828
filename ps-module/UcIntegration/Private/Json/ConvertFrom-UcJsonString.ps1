function ConvertFrom-UcJsonString {
    <#
    .SYNOPSIS
    The text of a JSON string with its quotes.

    .DESCRIPTION
    Two backslashes are one, so what stands between such pairs can be replaced without looking back.
    #>
    [OutputType([string])]
    param([string]$Json)
    $inner = $Json.Substring(1, $Json.Length - 2)
    if (-not $inner.Contains('\')) { return $inner }
    $pieces = $inner.Split([string[]]@('\\'), [StringSplitOptions]::None)
    for ($i = 0; $i -lt $pieces.Length; $i++) {
        if (-not $pieces[$i].Contains('\')) { continue }
        $piece = $pieces[$i].Replace('\"', '"').Replace('\/', '/').Replace('\n', "`n").Replace('\r', "`r").Replace('\t', "`t")
        $pieces[$i] = $piece.Replace('\b', "`b").Replace('\f', "`f")
        if ($piece.Contains('\u')) { $pieces[$i] = Expand-UcJsonEscape $pieces[$i] }
    }
    return [string]::Join('\', $pieces)
}
