function ConvertTo-UcNumber {
    <#
    .SYNOPSIS
    A whole number from 0, also from its text; nothing for anything else.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param($Value)
    $result = [long]0
    $style = [System.Globalization.NumberStyles]::None
    if ([long]::TryParse([string]$Value, $style, [System.Globalization.CultureInfo]::InvariantCulture, [ref]$result)) { return $result }
}
