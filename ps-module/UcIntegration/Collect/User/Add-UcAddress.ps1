function Add-UcAddress {
    <#
    .SYNOPSIS
    Adds the addresses of an object to the set.

    .DESCRIPTION
    Answers whether the object is new, by its first address.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Collections.Generic.HashSet[string]]$Found, [System.Collections.Generic.HashSet[string]]$Seen, [string[]]$Address)
    foreach ($one in $Address) {
        if ($one) { [void]$Found.Add(($one -replace '^(?i)(sip|smtp):', '')) }
    }
    return $Seen.Add($Address[0])
}
