function ConvertTo-UcJson {
    <#
    .SYNOPSIS
    A value as JSON: dictionaries, lists, texts, whole numbers, truth values, and points in time as text in UTC.

    .DESCRIPTION
    Anything else is a fault of ours.
    #>
    [CmdletBinding()]
    [OutputType([string])]
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
