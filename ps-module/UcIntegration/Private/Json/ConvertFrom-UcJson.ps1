function ConvertFrom-UcJson {
    <#
    .SYNOPSIS
    A response: objects become hashtables, lists become array lists, numbers become Int64, texts stay exactly what
    they are.

    .DESCRIPTION
    The reader of .NET (JsonReaderWriterFactory) is not used: it refuses characters that XML does not have.
    #>
    [OutputType([object])]
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
