function ConvertTo-UcLocalTime {
    <#
    .SYNOPSIS
    A time of an answer in local time, of kind Local, so that it compares with Get-Date; nothing if there is none.
    #>
    [OutputType([datetime])]
    param([string]$Time)
    if (-not $Time) { return $null }
    $style = [System.Globalization.DateTimeStyles]::RoundtripKind
    return [datetime]::Parse($Time, [System.Globalization.CultureInfo]::InvariantCulture, $style).ToLocalTime()
}
