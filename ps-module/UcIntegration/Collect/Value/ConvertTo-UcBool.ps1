function ConvertTo-UcBool {
    <#
    .SYNOPSIS
    A truth value, also from its text; nothing for anything else.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param($Value)
    if ($Value -is [bool]) { return $Value }
    $result = $false
    if ([bool]::TryParse([string]$Value, [ref]$result)) { return $result }
}
