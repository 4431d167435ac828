function ConvertTo-UcStateText {
    <#
    .SYNOPSIS
    A state in texts, as the journal keeps it.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param($State)
    if ($null -eq $State) { return }
    $texts = @{}
    foreach ($name in $State.Keys) {
        if ($null -ne $State[$name]) { $texts[$name] = @(foreach ($item in $State[$name]) { [string]$item }) -join ', ' }
    }
    return $texts
}
