# The filters that the commands about users take: comparisons joined by -or. Must not be used for another form; a filter
# that is not understood ends the test, since one that is ignored would answer too much.

# The comparisons of a filter: property, operator and value, quotes undone.
function Get-SimulationComparison {
    param([string]$Filter)
    $one = "(\w+)\s+-(eq|like)\s+'((?:[^']|'')*)'"
    if ($Filter -notmatch "^\s*$one(\s+-or\s+$one)*\s*$") { throw ('The simulation does not understand the filter ' + $Filter) }
    foreach ($match in [regex]::Matches($Filter, $one)) {
        @{ Property = $match.Groups[1].Value; Operator = $match.Groups[2].Value; Value = $match.Groups[3].Value.Replace("''", "'") }
    }
}

# Whether an object passes a filter; every object passes none. A whole address also finds its smtp: form.
function Test-SimulationFilter {
    param([string]$Filter, $Object)
    if (-not $Filter) { return $true }
    foreach ($comparison in Get-SimulationComparison $Filter) {
        $property = $Object.PSObject.Properties[$comparison.Property]
        if ($null -eq $property) { throw ('The simulation has no property ' + $comparison.Property + ' to filter by.') }
        foreach ($value in $property.Value) {
            if ($comparison.Operator -eq 'like' -and $value -like $comparison.Value) { return $true }
            if ($comparison.Operator -eq 'eq' -and @($comparison.Value, ('smtp:' + $comparison.Value)) -contains $value) { return $true }
        }
    }
    return $false
}
