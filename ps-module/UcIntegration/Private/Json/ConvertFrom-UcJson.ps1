function ConvertFrom-UcJson {
    <#
    .SYNOPSIS
    A response: objects become hashtables, lists become array lists, numbers become Int64, texts stay exactly what
    they are.

    .DESCRIPTION
    The reader of .NET (JsonReaderWriterFactory) is not used: it refuses characters that XML does not have. An answer has
    many thousand texts, and to call a function costs more than to read one: only those with escapes are handed on.
    #>
    [OutputType([object])]
    param([byte[]]$Bytes)
    $quote = [char]'"'; $escape = [char]'\'; $object = [char]'{'; $list = [char]'['
    $objectEnd = [char]'}'; $listEnd = [char]']'
    $text = [System.Text.Encoding]::UTF8.GetString($Bytes)
    $open = New-Object System.Collections.Stack
    $parent = $root = @{}
    $key = 'Value'
    $isObject = $true
    foreach ($token in [regex]::Matches($text, '"(?>[^"\\]*(?:\\.[^"\\]*)*)"|[{}\[\]]|-?\d+|true|false|null')) {
        [string]$word = $token.Value
        $mark = $word[0]
        $opens = $false
        if ($mark -eq $quote) {
            if ($word.IndexOf($escape) -ge 0) { $value = ConvertFrom-UcJsonString $word } else { $value = $word.Substring(1, $word.Length - 2) }
            if ($isObject -and $null -eq $key) { $key = $value; continue }
        } elseif ($mark -eq $objectEnd -or $mark -eq $listEnd) {
            $parent = $open.Pop()
            $isObject = $parent -is [hashtable]
            continue
        } elseif ($mark -eq $object) {
            $value = @{}
            $opens = $true
        } elseif ($mark -eq $list) {
            $value = New-Object System.Collections.ArrayList
            $opens = $true
        } else {
            $value = ConvertFrom-UcJsonWord $word
        }
        if ($isObject) { $parent[$key] = $value; $key = $null } else { [void]$parent.Add($value) }
        if ($opens) {
            $open.Push($parent)
            $parent = $value
            $isObject = $mark -eq $object
            $key = $null
        }
    }
    if ($open.Count -ne 0) { throw (New-Object System.FormatException 'JSON') }
    return , $root['Value']
}
