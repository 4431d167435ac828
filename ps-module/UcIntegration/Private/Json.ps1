# JSON for requests and responses. ConvertTo-Json and ConvertFrom-Json are not used: they write the hidden properties
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

# A request as JSON: dictionaries, lists, texts, whole numbers and truth values. Anything else is a fault of ours.
function ConvertTo-UcJson {
    param($Value)
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    if ($Value -is [string]) { return ConvertTo-UcJsonString $Value }
    if ($Value -is [int] -or $Value -is [long]) { return $Value.ToString([System.Globalization.CultureInfo]::InvariantCulture) }
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

# A response: objects become hashtables, lists become arrays, numbers become Int64, texts stay exactly what they are.
function ConvertFrom-UcJson {
    param([byte[]]$Bytes)
    $quotas = [System.Xml.XmlDictionaryReaderQuotas]::Max
    $reader = [System.Runtime.Serialization.Json.JsonReaderWriterFactory]::CreateJsonReader($Bytes, $quotas)
    try {
        [void]$reader.MoveToContent()
        return Read-UcJsonValue $reader
    } finally {
        $reader.Close()
    }
}

# The value at the reader, which ends behind it. The reader shows JSON as XML with the JSON type as an attribute.
function Read-UcJsonValue {
    param($Reader)
    $type = $Reader.GetAttribute('type')
    if ($type -eq 'string') { return $Reader.ReadElementContentAsString() }
    if ($type -eq 'number') { return [System.Xml.XmlConvert]::ToInt64($Reader.ReadElementContentAsString()) }
    if ($type -eq 'boolean') { return $Reader.ReadElementContentAsString() -eq 'true' }
    if ($type -eq 'null') { $Reader.Skip(); return $null }
    $table = @{}
    $list = New-Object System.Collections.ArrayList
    [void]$Reader.Read()
    while ($Reader.NodeType -eq [System.Xml.XmlNodeType]::Element) {
        $name = $Reader.LocalName
        $value = Read-UcJsonValue $Reader
        if ($type -eq 'array') { [void]$list.Add($value) } else { $table[$name] = $value }
    }
    [void]$Reader.Read()
    if ($type -eq 'array') { return , $list.ToArray() }
    return $table
}
