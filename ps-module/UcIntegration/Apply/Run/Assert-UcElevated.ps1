function Assert-UcElevated {
    <#
    .SYNOPSIS
    Ends the run before its first step if one of these stages changes the computer and this shell may not.

    .DESCRIPTION
    The shell of Exchange works without those rights, so that a run would stop in its middle.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable[]]$Stage)
    if ($WhatIfPreference -or (Test-UcElevated)) { return }
    foreach ($one in $Stage) {
        if ($one['administrator']) { throw (New-UcOwnErrorRecord -Id 'NotElevated' -Key 'Plan_NotElevated' -Target $one['machine']) }
    }
}
