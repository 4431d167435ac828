function Format-UcTime {
    <#
    .SYNOPSIS
    A time as the library takes it.
    #>
    [OutputType([string])]
    param([datetime]$Time)
    return $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [System.Globalization.CultureInfo]::InvariantCulture)
}
