function Undo-UcRepeat {
    <#
    .SYNOPSIS
    Repeats one step, if that is due.

    .DESCRIPTION
    With Force, one that waits for another place is repeated as well.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    $wait = Get-UcRepeatWait -Run $Run -Step $Step
    if ($null -ne $wait -and -not $Run.Force) {
        $machine = $wait['machine']
        if (-not $machine) { $machine = Get-UcText -Key 'Plan_AnyMachine' }
        $text = Get-UcText -Key 'Plan_UndoWaiting' -Values $wait['number'], $wait['shell'], $machine
        return New-UcStepResult -Stage $Stage -Step $Step -Status 'Waiting' -Message $text
    }
    if ($null -ne $wait -or (Test-UcRepeatDue -Run $Run -Step $Step)) { Undo-UcStep -Run $Run -Stage $Stage -Step $Step }
}
