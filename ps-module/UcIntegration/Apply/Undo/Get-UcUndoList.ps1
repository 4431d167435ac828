function Get-UcUndoList {
    <#
    .SYNOPSIS
    The steps of this place that were begun and not taken back, last first, as @{ Stage; Step }.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.ArrayList])]
    param([hashtable]$Run)
    $list = New-Object System.Collections.ArrayList
    foreach ($stage in $Run.Plan['stages']) {
        if (-not (Test-UcOwnStage -Stage $stage -Place $Run.Place)) { continue }
        foreach ($step in $stage['steps']) {
            if (Test-UcFollowUpStep $step) { continue }
            if ((Get-UcStepProgress -Run $Run -Number $step['number']).Started) { $list.Insert(0, @{ Stage = $stage; Step = $step }) }
        }
    }
    return , $list
}
