# The stages of a plan that belong to this place, in their order: looked at as a whole before the first step of one runs,
# then step by step. How a single step is run stands in Engine.ps1.

# Where another place has to go on first.
function New-UcWaiting {
    param([hashtable]$Stage)
    $machine = $Stage['machine']
    if (-not $machine) { $machine = Get-UcText -Key 'Plan_AnyMachine' }
    $text = Get-UcText -Key 'Plan_Waiting' -Values $Stage['number'], $Stage['shell'], $machine
    return New-UcStepResult -Stage $Stage -Status 'Waiting' -Message $text
}

# Applies the stages of this place, in the order of the plan.
function Invoke-UcStageList {
    param([hashtable]$Run)
    $activity = Get-UcText -Key 'Plan_Progress' -Values $Run.Plan['id']
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

# Looks at all steps of a stage before the first one runs: a plan that is older than the estate does no half of its work.
# A step that changes what an earlier one changes as well is looked at when its turn comes.
function Assert-UcStageUnmoved {
    param([hashtable]$Run, [hashtable]$Stage)
    $due = @{}
    $moved = New-Object System.Collections.ArrayList
    foreach ($step in $Stage['steps']) {
        if ($null -eq $step['transition']) { continue }
        $object = ConvertTo-UcJson $step['transition']['probe']
        if ($due.ContainsKey($object)) { continue }
        try {
            $place = Find-UcState -Run $Run -Transition $step['transition'] -Expected 'before'
        } catch [System.Management.Automation.PipelineStoppedException] {
            throw
        } catch {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $step -Status 'Failed' -Message (Get-UcCause $_)
        }
        if ($place.Side -eq 'before') { $due[$object] = $true }
        if ($place.Side -eq 'other') { [void]$moved.Add((New-UcStepResult -Stage $Stage -Step $step -Status 'Moved' -Message ($place.Differences -join '; '))) }
    }
    if ($moved.Count -gt 0) { Stop-UcStage -Run $Run -Moved $moved.ToArray() -Number $Stage['number'] }
}

# Ends the run before a stage: the steps that have moved on, and one error that names them all.
function Stop-UcStage {
    param([hashtable]$Run, [object[]]$Moved, [long]$Number)
    $Run.Stopped = $true
    $Moved
    $lines = foreach ($one in $Moved) { Get-UcText -Key 'Plan_StepMoved' -Values $one.Number, $one.Title, $one.Message }
    $text = Get-UcText -Key 'Plan_StageMoved' -Values $Number, (@($lines) -join [Environment]::NewLine)
    $Run.Cmdlet.WriteError((New-UcErrorRecord -Id 'StepMoved' -Message $text -Hint (Get-UcText -Key 'Plan_StepMoved_Hint') -Target $Moved[0].Title))
}

function Invoke-UcStage {
    param([hashtable]$Run, [hashtable]$Stage, [string]$Activity)
    Open-UcRunJournal -Run $Run -Stage $Stage
    try {
        Assert-UcStageUnmoved -Run $Run -Stage $Stage
        foreach ($step in $Stage['steps']) {
            if ($Run.Stopped) { break }
            Write-Progress -Activity $Activity -Status $step['title'] -PercentComplete ([Math]::Min(100, 100 * ($step['number'] - 1) / $Run.Steps.Count))
            Invoke-UcStep -Run $Run -Stage $Stage -Step $step
        }
    } finally {
        if ($null -ne $Run.Journal) { $Run.Journal.Stream.Close() }
        $Run.Journal = $null
    }
}

# Opens the journal of a stage; -WhatIf leaves none behind.
function Open-UcRunJournal {
    param([hashtable]$Run, [hashtable]$Stage)
    if ($WhatIfPreference) { return }
    $Run.Journal = Open-UcJournal -Folder $Run.Folder -Plan $Run.Plan -Place $Run.Place -Shell $Stage['shell']
}
