function Format-UcSource {
    <#
    .SYNOPSIS
    Where a rule is taken from, as "000:73-75, 001:65-67".
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([object[]]$Source)
    $texts = foreach ($one in $Source) {
        if ($one['lines']) { '{0}:{1}' -f $one['document'], $one['lines'] } else { $one['document'] }
    }
    return @($texts) -join ', '
}
