function Format-UcPrune {
    <#
    .SYNOPSIS
    What removing old backups will do, as -WhatIf and -Confirm show it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Body, [int]$Keep)
    $lines = @(Get-UcText -Key 'Prune_Title' -Values $Body['removed'].Count, $Keep)
    foreach ($backup in $Body['removed']) { $lines += '  - {0} {1}' -f $backup['id'], $backup['path'] }
    return $lines -join [Environment]::NewLine
}
