# Takes back what the journals say was done here, in reverse order, and then repeats the steps that let the old state
# take effect. A state that somebody has changed since is not touched.

# The steps of this place that were begun and not taken back, last first, as @{ Stage; Step }.
function Get-UcUndoList {
    param([hashtable]$Run)
    $list = New-Object System.Collections.ArrayList
    foreach ($stage in $Run.Plan['stages']) {
        if (-not (Test-UcOwnStage -Stage $stage -Place $Run.Place)) { continue }
        foreach ($step in $stage['steps']) {
            if (Test-UcFollower $step) { continue }
            if ((Get-UcStepProgress -Run $Run -Number $step['number']).Started) { $list.Insert(0, @{ Stage = $stage; Step = $step }) }
        }
    }
    return , $list
}

# The steps that are repeated, in the order of the plan.
function Get-UcRepeatList {
    param([hashtable]$Run)
    foreach ($stage in $Run.Plan['stages']) {
        if (-not (Test-UcOwnStage -Stage $stage -Place $Run.Place)) { continue }
        foreach ($step in $stage['steps']) {
            if (Test-UcFollower $step) { @{ Stage = $stage; Step = $step } }
        }
    }
}

# Whether one of the steps that this one follows was taken back after this one was last repeated.
function Test-UcRepeatDue {
    param([hashtable]$Run, [hashtable]$Step)
    $own = (Get-UcStepProgress -Run $Run -Number $Step['number']).Undone
    foreach ($number in $Step['follows']) {
        $undone = (Get-UcStepProgress -Run $Run -Number $number).Undone
        if ($undone -and (-not $own -or [string]::CompareOrdinal($undone, $own) -gt 0)) { return $true }
    }
    return $false
}

# The stage of another place that has a step to be taken back before this one, which ran here, is repeated; nothing if
# there is none. Where the journals of that place are not here, nothing says that it was taken back.
function Get-UcRepeatWait {
    param([hashtable]$Run, [hashtable]$Step)
    if (-not (Get-UcStepProgress -Run $Run -Number $Step['number']).Done) { return }
    foreach ($stage in $Run.Plan['stages']) {
        if (Test-UcOwnStage -Stage $stage -Place $Run.Place) { continue }
        $followed = @($stage['steps'] | Where-Object { $Step['follows'] -contains $_['number'] -and -not (Test-UcFollower $_) })
        if (@($followed | Where-Object { -not (Get-UcStepProgress -Run $Run -Number $_['number']).Undone }).Count -gt 0) { return $stage }
    }
}

# Repeats one step, if that is due. With Force, one that waits for another place is repeated as well.
function Undo-UcRepeat {
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

# Takes an edit back by its backup, if the file is still as the edit left it; the file is then byte for byte as before.
# Answers whether it did.
function Restore-UcStepFile {
    param([hashtable]$Run, [hashtable]$Step, [hashtable]$Entry)
    if ($Step['command']['kind'] -ne 'WebConfig' -or -not $Entry['sha256After']) { return $false }
    $path = $Step['command']['path']
    $now = Invoke-UcStepRequest -Function 'uc_config_read' -Request @{ path = $path }
    if ($now['sha256'] -ne $Entry['sha256After']) { return $false }
    $id = $Entry['backupId']
    if (-not $id) {
        # The run was killed before it could note the backup: the one with the content of before is meant.
        $listed = Invoke-UcStepRequest -Function 'uc_backup_list' -Request @{ path = $path }
        $id = @($listed['backups'] | Where-Object { $_['sha256'] -eq $Entry['sha256Before'] -and -not $_['problem'] } | ForEach-Object { $_['id'] })[0..0] -join ''
    }
    if (-not $id) { return $false }
    $request = @{ path = $path; id = $id; reason = 'undo of ' + $Run.Reason; expectedSha256 = $now['sha256'] }
    try {
        [void](Invoke-UcStepRequest -Function 'uc_backup_restore' -Request $request)
    } catch {
        # Old backups are removed in time; the inverse edit is still there.
        if ((Get-UcThrown $_).FullyQualifiedErrorId -notlike 'Backup*') { throw }
        return $false
    }
    return $true
}

# Runs what takes a step back.
function Invoke-UcUndoCommand {
    param([hashtable]$Run, [hashtable]$Step)
    $entry = (Get-UcStepProgress -Run $Run -Number $Step['number']).Entry
    if (Restore-UcStepFile -Run $Run -Step $Step -Entry $entry) { return }
    $commands = @($Step['undo'])
    if (Test-UcFollower $Step) { $commands = @($Step['command']) }
    foreach ($command in $commands) {
        [void](Invoke-UcStepCommand -Command $command -Reason ('undo of ' + $Run.Reason) -ExpectedHash '')
    }
}

# Takes one step back, or repeats it, and puts out its result.
function Undo-UcStep {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    Open-UcRunJournal -Run $Run -Stage $Stage
    try {
        Invoke-UcUndoStep -Run $Run -Stage $Stage -Step $Step
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        $message = Get-UcCause $_
        if ($null -ne $Run.Journal) { Add-UcRunEntry -Run $Run -Step $Step -Event 'UndoFailed' -More @{ message = $message } }
        Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message $message
    } finally {
        if ($null -ne $Run.Journal) { $Run.Journal.Stream.Close() }
        $Run.Journal = $null
    }
}

function Invoke-UcUndoStep {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    $transition = $Step['transition']
    $follower = Test-UcFollower $Step
    if ($null -ne $transition) {
        $place = Find-UcState -Run $Run -Transition $transition -Expected 'after'
        if ($place.Side -eq 'before') {
            if ($null -ne $Run.Journal) { Add-UcRunEntry -Run $Run -Step $Step -Event 'Undone' }
            return New-UcStepResult -Stage $Stage -Step $Step -Status 'Satisfied' -Message ''
        }
        if ($place.Side -eq 'other' -and -not $follower) {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Moved' -Message ($place.Differences -join '; ')
        }
    }
    $key = if ($follower) { 'Plan_RepeatTitle' } else { 'Plan_UndoTitle' }
    if (-not (Confirm-UcStep -Run $Run -Step $Step -Title (Get-UcText -Key $key -Values $Step['title']))) {
        return Skip-UcStep -Run $Run -Stage $Stage -Step $Step -Event 'Undone'
    }
    Invoke-UcUndoCommand -Run $Run -Step $Step
    $message = ''
    if ($null -ne $transition) {
        $differences = @(Wait-UcState -Run $Run -Transition $transition -Side 'before')
        # A step that is repeated lets take effect what there is now; that may be other than it was at the start.
        if ($differences.Count -gt 0) { $message = Get-UcText -Key 'Plan_NotVerified' -Values ($differences -join '; ') }
        if ($message -and -not $follower) { throw $message }
    }
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Undone'
    New-UcStepResult -Stage $Stage -Step $Step -Status 'Undone' -Message $message
}

# Takes back all that is of this place, then repeats what follows. With Force, a step that cannot be taken back does not
# keep the others.
function Undo-UcStageList {
    param([hashtable]$Run)
    $activity = Get-UcText -Key 'Plan_UndoProgress' -Values $Run.Plan['id']
    foreach ($one in (Get-UcUndoList -Run $Run)) {
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
