function ConvertTo-UcName {
    <#
    .SYNOPSIS
    The name at the end of a reference such as contoso.com/Configuration/Sites/Paris.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Value)
    if ($null -eq $Value) { return }
    $text = [string]$Value
    return $text.Substring($text.LastIndexOf('/') + 1)
}
