function Test-UcStageDone {
    <#
    .SYNOPSIS
    Whether the journals know a stage of another place as complete.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Run, [hashtable]$Stage)
    foreach ($step in $Stage['steps']) {
        if (@('Done', 'AlreadyCompliant', 'Skipped') -notcontains (Get-UcStepProgress -Run $Run -Number $step['number']).Event) { return $false }
    }
    return $true
}
