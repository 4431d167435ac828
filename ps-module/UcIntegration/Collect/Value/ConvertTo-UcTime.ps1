function ConvertTo-UcTime {
    <#
    .SYNOPSIS
    A point in time in UTC.

    .DESCRIPTION
    A time that does not say its zone is local, as the products show it.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
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
