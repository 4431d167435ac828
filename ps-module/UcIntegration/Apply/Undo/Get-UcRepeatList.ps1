function Get-UcRepeatList {
    <#
    .SYNOPSIS
    The steps that are repeated, in the order of the plan.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Run)
    foreach ($stage in $Run.Plan['stages']) {
        if (-not (Test-UcOwnStage -Stage $stage -Place $Run.Place)) { continue }
        foreach ($step in $stage['steps']) {
            if (Test-UcFollowUpStep $step) { @{ Stage = $stage; Step = $step } }
        }
    }
}
