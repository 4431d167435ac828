# Plain values out of the objects of the products: live ones, and those that came through implicit remoting and lost
# their types on the way. Knows kinds of values, never what a value means.

# A property of an object; nothing if it has none of this name.
function Get-UcMember {
    param($Object, [string]$Name)
    if ($null -eq $Object) { return }
    $member = ([psobject]$Object).PSObject.Properties[$Name]
    if ($null -ne $member) { return , $member.Value }
}

# The items of a list: of a collection, or of a text such as "IIS, SMTP", which is what flags become.
function ConvertTo-UcList {
    param($Value)
    if ($null -eq $Value) { return }
    if ($Value -is [System.Collections.IEnumerable] -and $Value -isnot [string]) {
        return , @(foreach ($item in $Value) { if ($null -ne $item) { [string]$item } })
    }
    $text = ([string]$Value).Trim().TrimStart('{').TrimEnd('}')
    if ($text -eq '') { return }
    if ($text -eq 'None') { return , @() }
    return , @($text.Split(',') | ForEach-Object { $_.Trim() } | Where-Object { $_ })
}

# The name at the end of a reference such as contoso.com/Configuration/Sites/Paris.
function ConvertTo-UcName {
    param($Value)
    if ($null -eq $Value) { return }
    $text = [string]$Value
    return $text.Substring($text.LastIndexOf('/') + 1)
}

# A truth value, also from its text; nothing for anything else.
function ConvertTo-UcBool {
    param($Value)
    if ($Value -is [bool]) { return $Value }
    $result = $false
    if ([bool]::TryParse([string]$Value, [ref]$result)) { return $result }
}

# A whole number from 0, also from its text; nothing for anything else.
function ConvertTo-UcNumber {
    param($Value)
    $result = [long]0
    $style = [System.Globalization.NumberStyles]::None
    if ([long]::TryParse([string]$Value, $style, [System.Globalization.CultureInfo]::InvariantCulture, [ref]$result)) { return $result }
}

# A point in time in UTC. A time that does not say its zone is local, as the products show it.
function ConvertTo-UcTime {
    param($Value)
    if ($Value -is [datetime]) { return $Value.ToUniversalTime() }
    if ($Value -is [DateTimeOffset]) { return $Value.UtcDateTime }
    $text = [string]$Value
    if ($text -eq '') { return }
    $style = [System.Globalization.DateTimeStyles]'AssumeLocal, AdjustToUniversal'
    $result = [datetime]::MinValue
    foreach ($culture in [System.Globalization.CultureInfo]::CurrentCulture, [System.Globalization.CultureInfo]::InvariantCulture) {
        if ([datetime]::TryParse($text, $culture, $style, [ref]$result)) { return $result }
    }
}

# A value of one kind.
function ConvertTo-UcValue {
    param($Value, [string]$Kind)
    switch ($Kind) {
        'Text' { if ($null -ne $Value) { return [string]$Value } }
        'Name' { return ConvertTo-UcName $Value }
        'Bool' { return ConvertTo-UcBool $Value }
        'Number' { return ConvertTo-UcNumber $Value }
        'Time' { return ConvertTo-UcTime $Value }
        'List' { return , (ConvertTo-UcList $Value) }
        'Names' {
            $list = ConvertTo-UcList $Value
            if ($null -ne $list) { return , @(foreach ($item in $list) { ConvertTo-UcName $item }) }
        }
    }
}

# What of an object goes into a fact. Map: texts "field Property Kind"; a kind that ends in ! is needed, and an object
# without it is an error, because half an answer must not look like a whole one. One that ends in ? is an empty text if
# the object has the property without a value: it says that nothing is set. What an object does not say is left out.
function ConvertTo-UcRecord {
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
