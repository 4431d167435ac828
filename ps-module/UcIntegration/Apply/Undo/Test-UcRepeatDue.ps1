function Test-UcRepeatDue {
    <#
    .SYNOPSIS
    Whether one of the steps that this one follows was taken back after this one was last repeated.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Run, [hashtable]$Step)
    $own = (Get-UcStepProgress -Run $Run -Number $Step['number']).Undone
    foreach ($number in $Step['follows']) {
        $undone = (Get-UcStepProgress -Run $Run -Number $number).Undone
        if ($undone -and (-not $own -or [string]::CompareOrdinal($undone, $own) -gt 0)) { return $true }
    }
    return $false
}
