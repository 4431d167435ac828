# Applies the steps of a plan one after the other, each between two looks at its state and two lines of the journal. The
# first step that does not end well stops the run; the same call goes on from there.

# What one call of Invoke-UcPlan or Undo-UcPlan shares.
function New-UcRun {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Plan, [string]$Folder, [bool]$Force)
    $steps = @{}
    foreach ($stage in $Plan['stages']) {
        foreach ($step in $stage['steps']) { $steps[[long]$step['number']] = $step }
    }
    return @{
        Cmdlet = $Cmdlet; Plan = $Plan; Folder = $Folder; Force = $Force; Place = Get-UcPlace; Steps = $steps; Journal = $null
        Progress = Get-UcProgress -Folder $Folder -Plan $Plan; Reason = 'plan ' + $Plan['id']; Stopped = $false; YesToAll = $false; NoToAll = $false
    }
}

# Adds an entry to the journal of the run, and to what the run knows.
function Add-UcRunEntry {
    param([hashtable]$Run, [hashtable]$Step, [string]$Event, [hashtable]$More = @{})
    $entry = $More.Clone()
    $entry['event'] = $Event
    $entry['number'] = $Step['number']
    Add-UcJournalEntry -Journal $Run.Journal -Entry $entry
    Add-UcProgress -Progress $Run.Progress -Entry $entry
}

# What the journals know of a step.
function Get-UcStepProgress {
    param([hashtable]$Run, $Number)
    if ($Run.Progress.ContainsKey([long]$Number)) { return $Run.Progress[[long]$Number] }
    return @{ Event = ''; Started = ''; Done = ''; Undone = ''; Entry = @{} }
}

# Whether the journals know a stage of another place as complete.
function Test-UcStageDone {
    param([hashtable]$Run, [hashtable]$Stage)
    foreach ($step in $Stage['steps']) {
        if (@('Done', 'Satisfied', 'Skipped') -notcontains (Get-UcStepProgress -Run $Run -Number $step['number']).Event) { return $false }
    }
    return $true
}

# Asks for one step. What interrupts users is asked even where smaller things are not.
function Confirm-UcStep {
    param([hashtable]$Run, [hashtable]$Step, [string]$Title)
    $question = $Title
    if ($Step['interrupts']) { $question += [Environment]::NewLine + $Step['interrupts'] }
    $cmdlet = $Run.Cmdlet
    if (-not $cmdlet.ShouldProcess($question, $question + [Environment]::NewLine + (Get-UcText -Key 'Plan_Question'), (Get-UcText -Key 'Plan_Caption'))) { return $false }
    $asked = $cmdlet.MyInvocation.BoundParameters.ContainsKey('Confirm')
    if (-not $Step['interrupts'] -or $asked -or $ConfirmPreference -ne 'High') { return $true }
    $yes = $Run.YesToAll
    $no = $Run.NoToAll
    $answer = $cmdlet.ShouldContinue($question + [Environment]::NewLine + (Get-UcText -Key 'Plan_Question'), (Get-UcText -Key 'Plan_Caption'), [ref]$yes, [ref]$no)
    $Run.YesToAll = $yes
    $Run.NoToAll = $no
    return $answer
}

# Ends the run with a step that did not go well: its result, and an error for scripts.
function Stop-UcRun {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, [string]$Status, [string]$Message)
    $Run.Stopped = $true
    New-UcStepResult -Stage $Stage -Step $Step -Status $Status -Message $Message
    $text = @($Step['number'], $Step['title'], $Message)
    $Run.Cmdlet.WriteError((New-UcOwnErrorRecord -Id ('Step' + $Status) -Key ('Plan_Step' + $Status) -Values $text -Target $Step['title'] -WithHint))
}

# The differences between the state of a step and the one it should have, looked at for a while: some products take a
# moment until a change is seen.
function Wait-UcState {
    param([hashtable]$Run, [hashtable]$Transition, [string]$Side)
    $exact = $Transition['probe']['kind'] -eq 'WebConfig'
    $names = @(Get-UcStateName $Transition)
    $tries = if ($exact) { 1 } else { 8 }
    for ($try = 1; $try -le $tries; $try++) {
        if ($try -gt 1) { Start-Sleep -Milliseconds 1300 }
        $state = Get-UcStepState -Transition $Transition
        $differences = @(Compare-UcState -Expected $Transition[$Side] -Found $state -Name $names -Exact $exact)
        if ($differences.Count -eq 0) { return }
    }
    return $differences
}

# Where the state of a step is: Before, After or Other, with the differences from where it should be.
function Find-UcState {
    param([hashtable]$Run, [hashtable]$Transition, [string]$Expected)
    $exact = $Transition['probe']['kind'] -eq 'WebConfig'
    $names = @(Get-UcStateName $Transition)
    $state = Get-UcStepState -Transition $Transition
    foreach ($side in 'after', 'before') {
        if (@(Compare-UcState -Expected $Transition[$side] -Found $state -Name $names -Exact $exact).Count -eq 0) {
            return @{ Side = $side; Differences = @(); State = $state }
        }
    }
    $differences = @(Compare-UcState -Expected $Transition[$Expected] -Found $state -Name $names -Exact $exact)
    return @{ Side = 'other'; Differences = $differences; State = $state }
}

# Whether a step without a state of its own has to run: once if it follows none, else after one of those that it follows.
function Test-UcDue {
    param([hashtable]$Run, [hashtable]$Step)
    $own = (Get-UcStepProgress -Run $Run -Number $Step['number']).Done
    if ($Step['follows'].Count -eq 0) { return -not $own }
    foreach ($number in $Step['follows']) {
        $done = (Get-UcStepProgress -Run $Run -Number $number).Done
        if ($done -and (-not $own -or [string]::CompareOrdinal($done, $own) -gt 0)) { return $true }
    }
    return $false
}

# Applies one step and puts out its result.
function Invoke-UcStep {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    try {
        $transition = $Step['transition']
        $place = @{ Side = 'before'; State = $null }
        if ($null -ne $transition) {
            $place = Find-UcState -Run $Run -Transition $transition -Expected 'before'
        } elseif (-not (Test-UcDue -Run $Run -Step $Step)) {
            if ($null -ne $Run.Journal -and -not (Get-UcStepProgress -Run $Run -Number $Step['number']).Done) { Add-UcRunEntry -Run $Run -Step $Step -Event 'Skipped' }
            return New-UcStepResult -Stage $Stage -Step $Step -Status 'Skipped' -Message (Get-UcText -Key 'Plan_NothingFollowed')
        }
        if ($place.Side -eq 'after') { return Complete-UcSatisfied -Run $Run -Stage $Stage -Step $Step }
        if ($place.Side -eq 'other') {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Moved' -Message ($place.Differences -join '; ')
        }
        if (-not (Confirm-UcStep -Run $Run -Step $Step -Title $Step['title'])) {
            return Skip-UcStep -Run $Run -Stage $Stage -Step $Step -Event 'Done'
        }
        Invoke-UcConfirmedStep -Run $Run -Stage $Stage -Step $Step -State $place.State
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message (Get-UcCause $_)
    }
}

# A step that was not confirmed stops the run; one that was only shown counts as run for the steps that follow it.
function Skip-UcStep {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, [string]$Event)
    if (-not $WhatIfPreference) {
        $Run.Stopped = $true
        return New-UcStepResult -Stage $Stage -Step $Step -Status 'Skipped' -Message (Get-UcText -Key 'Plan_Declined')
    }
    $time = [datetime]::UtcNow.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    Add-UcProgress -Progress $Run.Progress -Entry @{ event = $Event; number = $Step['number']; time = $time }
    New-UcStepResult -Stage $Stage -Step $Step -Status 'WhatIf' -Message $Step['interrupts']
}

# A step whose state is there already. One that was begun and not ended in the journal was ended by that run.
function Complete-UcSatisfied {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    $progress = Get-UcStepProgress -Run $Run -Number $Step['number']
    if ($null -ne $Run.Journal) {
        if ($progress.Started -and -not $progress.Done) {
            Add-UcRunEntry -Run $Run -Step $Step -Event 'Done'
        } elseif (@('Done', 'Satisfied') -notcontains $progress.Event) {
            Add-UcRunEntry -Run $Run -Step $Step -Event 'Satisfied'
        }
    }
    return New-UcStepResult -Stage $Stage -Step $Step -Status 'Satisfied' -Message ''
}

# Runs the command of a step between two entries of the journal.
function Invoke-UcConfirmedStep {
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, $State)
    $forecast = Get-UcStepForecast -Command $Step['command'] -Reason $Run.Reason
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Started' -More (@{ before = (ConvertTo-UcStateText $State) } + $forecast)
    try {
        $left = Invoke-UcStepCommand -Command $Step['command'] -Reason $Run.Reason -ExpectedHash $forecast['sha256Before']
        if ($null -ne $Step['transition']) {
            $differences = @(Wait-UcState -Run $Run -Transition $Step['transition'] -Side 'after')
            if ($differences.Count -gt 0) { throw (Get-UcText -Key 'Plan_NotVerified' -Values ($differences -join '; ')) }
        }
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        $message = Get-UcCause $_
        Add-UcRunEntry -Run $Run -Step $Step -Event 'Failed' -More @{ message = $message }
        return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message $message
    }
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Done' -More $left
    New-UcStepResult -Stage $Stage -Step $Step -Status 'Done' -Message ''
}

# A state in texts, as the journal keeps it.
function ConvertTo-UcStateText {
    param($State)
    if ($null -eq $State) { return }
    $texts = @{}
    foreach ($name in $State.Keys) {
        if ($null -ne $State[$name]) { $texts[$name] = @(foreach ($item in $State[$name]) { [string]$item }) -join ', ' }
    }
    return $texts
}

# The record that was thrown: our own, where it is one.
function Get-UcThrown {
    param([System.Management.Automation.ErrorRecord]$Cause)
    if ($Cause.TargetObject -is [System.Management.Automation.ErrorRecord]) { return $Cause.TargetObject }
    return $Cause
}
