function Add-UcEdit {
    <#
    .SYNOPSIS
    Adds changes to the edit of a file.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$List, [string]$Path, [string]$Location, [object[]]$Change)
    $name = $Path + "`n" + $Location
    if (-not $List.ByFile.ContainsKey($name)) {
        $edit = @{ Path = $Path; Location = $Location; Changes = New-Object System.Collections.ArrayList }
        $List.ByFile.Add($name, $edit)
        [void]$List.Order.Add($edit)
    }
    $List.ByFile[$name].Changes.AddRange($Change)
}
