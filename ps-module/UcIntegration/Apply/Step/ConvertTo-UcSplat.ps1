function ConvertTo-UcSplat {
    <#
    .SYNOPSIS
    The parameters of a cmdlet of a plan.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Command)
    $parameters = @{}
    foreach ($parameter in $Command['parameters']) {
        $value = $parameter['value']
        if ($value -is [System.Collections.ArrayList]) { $value = [string[]]$value.ToArray() }
        $parameters[$parameter['name']] = $value
    }
    return $parameters
}
