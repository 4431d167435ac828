function Format-UcRestore {
    <#
    .SYNOPSIS
    What a restore will do, as -WhatIf and -Confirm show it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Body)
    $title = Get-UcText -Key 'Restore_Title' -Values $Body['path'], $Body['id']
    if (-not $Body['diff']) { return $title }
    return $title + [Environment]::NewLine + $Body['diff'].TrimEnd()
}
