# JSON for requests, responses and documents. ConvertTo-Json and ConvertFrom-Json are not used: they write the hidden properties
# of texts that come from Get-Content, turn texts that look like dates into dates, and end at 2 MB in PowerShell 3.0.

# A text as a JSON string. Surrogates are written as escapes, so that half a pair arrives at the library, which refuses
# it, and is not replaced on the way by the conversion to UTF-8.
function ConvertTo-UcJsonString {
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

# A value as JSON: dictionaries, lists, texts, whole numbers, truth values, and points in time as text in UTC. Anything
# else is a fault of ours.
function ConvertTo-UcJson {
    param($Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    if ($Value -is [string]) { return ConvertTo-UcJsonString $Value }
    if ($Value -is [int] -or $Value -is [long]) { return $Value.ToString([System.Globalization.CultureInfo]::InvariantCulture) }
    if ($Value -is [datetime]) {
        return '"' + $Value.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [System.Globalization.CultureInfo]::InvariantCulture) + '"'
    }
    if ($Value -is [System.Collections.IDictionary]) {
        $members = foreach ($key in $Value.Keys) { (ConvertTo-UcJsonString $key) + ':' + (ConvertTo-UcJson $Value[$key]) }
        return '{' + (@($members) -join ',') + '}'
    }
    if ($Value -is [System.Collections.IList]) {
        $items = foreach ($item in $Value) { ConvertTo-UcJson $item }
        return '[' + (@($items) -join ',') + ']'
    }
    throw (New-Object System.ArgumentException ('JSON: ' + $Value.GetType().FullName))
}

# A response: objects become hashtables, lists become array lists, numbers become Int64, texts stay exactly what they
# are. The reader of .NET (JsonReaderWriterFactory) is not used: it refuses characters that XML does not have.
function ConvertFrom-UcJson {
    param([byte[]]$Bytes)
    $text = [System.Text.Encoding]::UTF8.GetString($Bytes)
    $open = New-Object System.Collections.Stack
    $root = @{ Value = $null }
    $open.Push($root)
    $key = 'Value'
    foreach ($token in [regex]::Matches($text, '"(?>[^"\\]*(?:\\.[^"\\]*)*)"|[{}\[\]]|-?\d+|true|false|null')) {
        $mark = $text[$token.Index]
        if ($mark -eq '}' -or $mark -eq ']') { [void]$open.Pop(); $key = $null; continue }
        $parent = $open.Peek()
        if ($mark -eq '"') {
            $value = ConvertFrom-UcJsonString $token.Value
            if ($null -eq $key -and $parent -is [hashtable]) { $key = $value; continue }
        } elseif ($mark -eq '{') {
            $value = @{}
        } elseif ($mark -eq '[') {
            $value = New-Object System.Collections.ArrayList
        } else {
            $value = ConvertFrom-UcJsonWord $token.Value
        }
        if ($parent -is [hashtable]) { $parent[$key] = $value } else { [void]$parent.Add($value) }
        $key = $null
        if ($mark -eq '{' -or $mark -eq '[') { $open.Push($value) }
    }
    if ($open.Count -ne 1) { throw (New-Object System.FormatException 'JSON') }
    return , $root.Value
}

# A number or one of the three words of JSON.
function ConvertFrom-UcJsonWord {
    param([string]$Word)
    if ($Word -eq 'true') { return $true }
    if ($Word -eq 'false') { return $false }
    if ($Word -eq 'null') { return $null }
    return [long]::Parse($Word, [System.Globalization.CultureInfo]::InvariantCulture)
}

# The text of a JSON string with its quotes. Two backslashes are one, so what stands between such pairs can be replaced
# without looking back.
function ConvertFrom-UcJsonString {
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

# A text with its \uXXXX escapes replaced by their characters.
function Expand-UcJsonEscape {
    param([string]$Text)
    $builder = New-Object System.Text.StringBuilder
    $from = 0
    foreach ($match in [regex]::Matches($Text, '\\u([0-9a-fA-F]{4})')) {
        [void]$builder.Append($Text, $from, $match.Index - $from)
        [void]$builder.Append([char][Convert]::ToInt32($match.Groups[1].Value, 16))
        $from = $match.Index + 6
    }
    [void]$builder.Append($Text, $from, $Text.Length - $from)
    return $builder.ToString()
}
