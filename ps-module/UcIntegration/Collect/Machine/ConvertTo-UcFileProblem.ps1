function ConvertTo-UcFileProblem {
    <#
    .SYNOPSIS
    The problems of a file by name, as the library tells them.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([object[]]$Problem)
    foreach ($one in $Problem) {
        $record = [ordered]@{ code = $one['code'] }
        foreach ($name in 'severity', 'key', 'line') {
            if ($null -ne $one[$name]) { $record[$name] = $one[$name] }
        }
        $record
    }
}
