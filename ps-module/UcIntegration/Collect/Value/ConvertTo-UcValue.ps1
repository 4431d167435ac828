function ConvertTo-UcValue {
    <#
    .SYNOPSIS
    A value of one kind.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param($Value, [string]$Kind)
    switch ($Kind) {
        'Text' { if ($null -ne $Value) { return [string]$Value } }
        'Version' { return Format-UcServerVersion $Value }
        'Name' { return ConvertTo-UcName $Value }
        'Bool' { return ConvertTo-UcBool $Value }
        'Number' { return ConvertTo-UcNumber $Value }
        'Time' { return ConvertTo-UcTime $Value }
        'List' { return , (ConvertTo-UcList $Value) }
        'Names' {
            $list = ConvertTo-UcList $Value
            if ($null -ne $list) { return , @(foreach ($item in $list) { ConvertTo-UcName $item }) }
        }
    }
}
