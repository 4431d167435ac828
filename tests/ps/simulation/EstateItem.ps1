# Lists of the state that an estate describes in the properties of the products themselves. Must not know any product:
# which properties there are, and their defaults, is said by the files that ask for a list.

# A value of an estate; @{name} stands for a thumbprint.
function ConvertTo-SimulationItemValue {
    param($Value)
    if ($Value -is [string]) { return Expand-SimulationThumbprint $Value }
    return $Value
}

# One object of the state: its name, then the properties of the default, as the estate has them. A property that is not
# known here is a mistake in the estate.
function New-SimulationItem {
    param([string]$Key, [string]$Name, $Value, [System.Collections.IDictionary]$Default)
    $item = [ordered]@{ $Key = $Name }
    foreach ($field in $Default.Keys) {
        $found = Get-SimulationValue $Value $field $Default[$field]
        if ($Default[$field] -is [array]) { $item[$field] = @($found | ForEach-Object { ConvertTo-SimulationItemValue $_ }) } else { $item[$field] = ConvertTo-SimulationItemValue $found }
    }
    if ($null -ne $Value) {
        foreach ($property in $Value.PSObject.Properties) {
            if (-not $item.Contains($property.Name)) { throw ('The simulation does not know ' + $property.Name + ' of ' + $Name + '.') }
        }
    }
    return [pscustomobject]$item
}

# A list of the estate. Always: an object that is there even if the estate does not name it.
function New-SimulationItemList {
    param($Object, [string]$List, [string]$Key, [System.Collections.IDictionary]$Default, [string]$Always)
    $entries = @(Get-SimulationEntry $Object $List)
    if ($Always -and @($entries | Where-Object { $_.Name -eq $Always }).Count -eq 0) { New-SimulationItem $Key $Always $null $Default }
    foreach ($entry in $entries) { New-SimulationItem $Key $entry.Name $entry.Value $Default }
}
