function ConvertTo-UcWebSetting {
    <#
    .SYNOPSIS
    The settings of instant messaging among those that the library read.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([object[]]$Setting)
    foreach ($one in $Setting) {
        if (-not (Test-UcImKey $one['key'])) { continue }
        $record = [ordered]@{ key = $one['key'] }
        foreach ($name in 'value', 'line', 'effective') {
            if ($null -ne $one[$name]) { $record[$name] = $one[$name] }
        }
        $record
    }
}
