function ConvertTo-UcRecord {
    <#
    .SYNOPSIS
    What of an object goes into a fact.

    .DESCRIPTION
    Map: texts "field Property Kind"; a kind that ends in ! is needed, and an object without it is an error, because
    half an answer must not look like a whole one. One that ends in ? is an empty text if the object has the
    property without a value: it says that nothing is set. What an object does not say is left out.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param($Object, [string[]]$Map)
    $record = [ordered]@{}
    foreach ($entry in $Map) {
        $field, $property, $kind = $entry.Split(' ')
        $value = ConvertTo-UcValue -Value (Get-UcMember $Object $property) -Kind $kind.TrimEnd('!', '?')
        if ($null -ne $value) {
            $record[$field] = $value
        } elseif ($kind.EndsWith('!')) {
            throw (New-Object System.FormatException (Get-UcText -Key 'Fact_PropertyMissing' -Values $property))
        } elseif ($kind.EndsWith('?') -and $null -ne ([psobject]$Object).PSObject.Properties[$property]) {
            $record[$field] = ''
        }
    }
    return $record
}
