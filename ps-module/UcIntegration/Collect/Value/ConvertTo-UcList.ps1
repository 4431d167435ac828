function ConvertTo-UcList {
    <#
    .SYNOPSIS
    The items of a list: of a collection, or of a text such as "IIS, SMTP", which is what flags become.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
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
