function ConvertTo-UcRegistryValue {
    <#
    .SYNOPSIS
    A value of the registry as a fact: its number, where it is one.

    .DESCRIPTION
    PowerShell shows a DWORD of 32 bits with a sign: 0xFFFFFFFF comes as -1. A value of another type has no number.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([string]$Key, [string]$Name, $Value)
    $record = [ordered]@{ key = $Key; name = $Name }
    if ($Value -isnot [int] -and $Value -isnot [uint32]) { return $record }
    $number = [long]$Value
    if ($number -lt 0) { $number += 4294967296 }
    $record['value'] = $number
    return $record
}
