function ConvertTo-UcJsonString {
    <#
    .SYNOPSIS
    A text as a JSON string.

    .DESCRIPTION
    Surrogates are written as escapes, so that half a pair arrives at the library, which refuses it, and is not
    replaced on the way by the conversion to UTF-8.
    #>
    [OutputType([string])]
    param([string]$Text)
    $json = $Text.Replace('\', '\\').Replace('"', '\"').Replace("`r", '\r').Replace("`n", '\n').Replace("`t", '\t')
    $special = [regex]::Matches($json, '[\x00-\x1f\x7f\ud800-\udfff]')
    if ($special.Count -eq 0) { return '"' + $json + '"' }
    $builder = New-Object System.Text.StringBuilder
    $from = 0
    foreach ($match in $special) {
        [void]$builder.Append($json, $from, $match.Index - $from)
        [void]$builder.Append('\u').Append(([int]$json[$match.Index]).ToString('x4'))
        $from = $match.Index + 1
    }
    [void]$builder.Append($json, $from, $json.Length - $from)
    return '"' + $builder.ToString() + '"'
}
