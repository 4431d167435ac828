function ConvertFrom-UcJsonWord {
    <#
    .SYNOPSIS
    A number or one of the three words of JSON.
    #>
    [OutputType([bool])]
    [OutputType([long])]
    param([string]$Word)
    if ($Word -eq 'true') { return $true }
    if ($Word -eq 'false') { return $false }
    if ($Word -eq 'null') { return $null }
    return [long]::Parse($Word, [System.Globalization.CultureInfo]::InvariantCulture)
}
