function Undo-UcStageList {
    <#
    .SYNOPSIS
    Takes back all that is of this place, then repeats what follows.

    .DESCRIPTION
    With Force, a step that cannot be taken back does not keep the others.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run)
    $activity = Get-UcText -Key 'Plan_UndoProgress' -Values $Run.Plan['id']
    $list = Get-UcUndoList -Run $Run
    Assert-UcElevated -Stage @(Get-UcUndoStage -Run $Run -List $list)
    foreach ($one in $list) {
        Write-Progress -Activity $activity -Status $one.Step['title']
        Undo-UcStep -Run $Run -Stage $one.Stage -Step $one.Step
        if ($Run.Stopped -and -not $Run.Force) { break }
    }
    if (-not $Run.Stopped -or $Run.Force) {
        foreach ($one in @(Get-UcRepeatList -Run $Run)) {
            Write-Progress -Activity $activity -Status $one.Step['title']
            Undo-UcRepeat -Run $Run -Stage $one.Stage -Step $one.Step
            if ($Run.Stopped -and -not $Run.Force) { break }
        }
    }
    Write-Progress -Activity $activity -Completed
}
