function Invoke-UcStageList {
    <#
    .SYNOPSIS
    Applies the stages of this place, in the order of the plan.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run)
    $activity = Get-UcText -Key 'Plan_Progress' -Values $Run.Plan['id']
    Assert-UcElevated -Stage @($Run.Plan['stages'] | Where-Object { (Test-UcOwnStage -Stage $_ -Place $Run.Place) -and -not (Test-UcStageDone -Run $Run -Stage $_) })
    $waiting = $null
    foreach ($stage in $Run.Plan['stages']) {
        if (-not (Test-UcOwnStage -Stage $stage -Place $Run.Place)) {
            if ($null -eq $waiting -and -not (Test-UcStageDone -Run $Run -Stage $stage)) { $waiting = $stage }
            continue
        }
        if ($null -ne $waiting -and -not $Run.Force) { break }
        Invoke-UcStage -Run $Run -Stage $stage -Activity $activity
        if ($Run.Stopped) { break }
    }
    Write-Progress -Activity $activity -Completed
    if ($null -ne $waiting -and -not $Run.Stopped) { New-UcWaiting -Stage $waiting }
}
