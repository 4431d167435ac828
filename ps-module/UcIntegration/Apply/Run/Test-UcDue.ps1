function Test-UcDue {
    <#
    .SYNOPSIS
    Whether a step without a state of its own has to run: once if it follows none, else after one of those that it
    follows.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Run, [hashtable]$Step)
    $own = (Get-UcStepProgress -Run $Run -Number $Step['number']).Done
    if ($Step['follows'].Count -eq 0) { return -not $own }
    foreach ($number in $Step['follows']) {
        $done = (Get-UcStepProgress -Run $Run -Number $number).Done
        if ($done -and (-not $own -or [string]::CompareOrdinal($done, $own) -gt 0)) { return $true }
    }
    return $false
}
