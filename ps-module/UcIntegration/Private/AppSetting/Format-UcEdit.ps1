function Format-UcEdit {
    <#
    .SYNOPSIS
    What an edit will do, line by line, as -WhatIf and -Confirm show it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Body)
    $lines = @(Get-UcText -Key 'Edit_Title' -Values $Body['path'])
    foreach ($change in $Body['changes']) {
        if ($change['action'] -eq 'Unchanged') { continue }
        $lines += Get-UcText -Key ('Edit_' + $change['action']) -Values $change['key'], $change['line']
        if ($null -ne $change['lineBefore']) { $lines += '  - ' + $change['lineBefore'].Trim() }
        if ($null -ne $change['lineAfter']) { $lines += '  + ' + $change['lineAfter'].Trim() }
    }
    return $lines -join [Environment]::NewLine
}
