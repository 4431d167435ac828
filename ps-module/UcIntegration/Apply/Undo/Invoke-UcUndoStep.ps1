function Invoke-UcUndoStep {
    <#
    .SYNOPSIS
    Takes one step back, or repeats it, with its journal open.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    $transition = $Step['transition']
    $follower = Test-UcFollowUpStep $Step
    if ($null -ne $transition) {
        $place = Find-UcStepState -Run $Run -Transition $transition -Expected 'after'
        if ($place.Side -eq 'before') {
            if ($null -ne $Run.Journal) { Add-UcRunEntry -Run $Run -Step $Step -Event 'Undone' }
            return New-UcStepResult -Stage $Stage -Step $Step -Status 'AlreadyCompliant' -Message ''
        }
        if ($place.Side -eq 'other' -and -not $follower) {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Drifted' -Message ($place.Differences -join '; ')
        }
    }
    $key = if ($follower) { 'Plan_RepeatTitle' } else { 'Plan_UndoTitle' }
    if (-not (Confirm-UcStep -Run $Run -Step $Step -Title (Get-UcText -Key $key -Values $Step['title']))) {
        return Skip-UcStep -Run $Run -Stage $Stage -Step $Step -Event 'Undone'
    }
    Invoke-UcUndoCommand -Run $Run -Step $Step
    $message = ''
    if ($null -ne $transition) {
        $differences = @(Wait-UcStepState -Run $Run -Transition $transition -Side 'before')
        # A step that is repeated lets take effect what there is now; that may be other than it was at the start.
        if ($differences.Count -gt 0) { $message = Get-UcText -Key 'Plan_NotVerified' -Values ($differences -join '; ') }
        if ($message -and -not $follower) { throw $message }
    }
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Undone'
    New-UcRunResult -Stage $Stage -Step $Step -Status 'Undone' -Message $message
    if ($follower) { Wait-UcSession -Run $Run -Command $Step['command'] }
}
