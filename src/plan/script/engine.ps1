# What every script does with its steps. Knows no product: the steps below say how a state is read and changed.

# The sentence with this key, its placeholders filled.
function Get-UcText {
    param([string]$Key, [object[]]$Values = @())
    return [string]::Format($words[$Key], $Values)
}

function Format-PlanStep {
    param($Step)
    return $words.Step -f $Step.Number, $Step.Title
}

# The result of a step; Stop ends the script after it.
function New-PlanOutcome {
    param($Step, [string]$Status, [string]$Message = '', [bool]$Stop = $false)
    return @{ Result = (New-UcResult -Number $Step.Number -Status $Status -Title $Step.Title -Message $Message); Stop = $Stop }
}

# The side that a step is to come to.
function Get-PlanGoal {
    if ($Undo) { return 'before' }
    return 'after'
}

# The side that a step comes from.
function Get-PlanOrigin {
    if ($Undo) { return 'after' }
    return 'before'
}

# Where a step stands.
function Get-PlanStanding {
    param($Step)
    try {
        $state = Invoke-UcRead $Step.Read
    } catch {
        throw ($words.ReadFailed -f (Format-PlanStep $Step), $_.Exception.Message)
    }
    return Resolve-UcState -State $state -Before $Step.Before -After $Step.After -Expected (Get-PlanOrigin) -Exact $Step.Exact
}

function Format-PlanDrift {
    param($Step, $Standing)
    return $words.Drifted -f (Format-PlanStep $Step), ($Standing.Differences -join '; ')
}

# Ends the script before anything is changed if the state of a step has drifted. A step that changes what an earlier one
# changes as well is looked at when its turn comes.
function Assert-PlanState {
    param([object[]]$Steps)
    $touched = @{}
    $lines = @($words.Stopped)
    $origin = Get-PlanOrigin
    foreach ($step in $Steps) {
        if ($touched.ContainsKey($step.Place)) { continue }
        $now = Get-PlanStanding $step
        if ($now.Side -eq $origin) { $touched[$step.Place] = $true }
        if ($now.Side -ne 'other') { continue }
        (New-PlanOutcome $step 'Drifted' ($now.Differences -join '; ')).Result
        $lines += Format-PlanDrift $step $now
    }
    if ($lines.Count -gt 1) { throw ($lines -join [Environment]::NewLine) }
}

# Whether the user agrees. Only steps that interrupt somebody ask, and -Force answers for them. With -Confirm the question
# was asked already.
function Confirm-PlanStep {
    param($Step, [string]$Because)
    if ($Force -or -not $Because -or $scriptCmdlet.MyInvocation.BoundParameters.ContainsKey('Confirm')) { return $true }
    $choice = 'System.Management.Automation.Host.ChoiceDescription'
    $choices = [System.Management.Automation.Host.ChoiceDescription[]]@(
        (New-Object $choice $words.Yes, $words.YesHelp), (New-Object $choice $words.No, $words.NoHelp))
    return $host.UI.PromptForChoice((Format-PlanStep $Step), ($words.Ask -f $Because), $choices, 1) -eq 0
}

# Asks, runs, and says what came of it.
function Invoke-PlanStep {
    param($Step, [scriptblock]$Run, [string]$Because)
    $agreed = $scriptCmdlet.ShouldProcess(((Format-PlanStep $Step) + ' ' + $Because).TrimEnd())
    if (-not $agreed -and $WhatIfPreference) { return New-PlanOutcome $Step 'WhatIf' $Because }
    try {
        if (-not $agreed -or -not (Confirm-PlanStep $Step $Because)) {
            Write-Warning ($words.Declined -f (Format-PlanStep $Step))
            return New-PlanOutcome $Step 'Skipped' (Get-UcText -Key 'Plan_Declined') $true
        }
        # The question was asked; a command must not ask it again.
        $ConfirmPreference = 'None'
        # Not even what a command puts out may be taken for the result.
        (& $Run | Out-String).Trim() | Where-Object { $_ } | Write-Verbose
    } catch {
        return New-PlanOutcome $Step 'Failed' ($words.Failed -f (Format-PlanStep $Step), (Get-UcFailureText $_ $_.Exception.Message)) $true
    }
    $done = 'Done'
    if ($Undo) { $done = 'Undone' }
    return New-PlanOutcome $Step $done
}

# A step that changes a state: compares, runs, compares again.
function Invoke-PlanChange {
    param($Step)
    $now = Get-PlanStanding $Step
    if ($now.Side -eq (Get-PlanGoal)) { return New-PlanOutcome $Step 'AlreadyCompliant' }
    # Without really running, the steps before this one have not prepared it.
    if ($now.Side -eq 'other' -and -not $WhatIfPreference) { return New-PlanOutcome $Step 'Drifted' (Format-PlanDrift $Step $now) $true }
    $run = $Step.Run
    if ($Undo) { $run = $Step.Undo }
    if ($null -eq $run) {
        Write-Warning ($words.NoUndo -f (Format-PlanStep $Step))
        return New-PlanOutcome $Step 'Skipped' ($words.NoUndo -f (Format-PlanStep $Step))
    }
    $outcome = Invoke-PlanStep $Step $run $Step.Interrupts
    if (@('Done', 'Undone') -notcontains $outcome.Result.Status) { return $outcome }
    return Confirm-PlanOutcome $Step $outcome
}

# The outcome of a step whose command ran, once its state is the one that it was run for.
function Confirm-PlanOutcome {
    param($Step, $Outcome)
    $goal = $Step[(Get-PlanGoal)]
    try {
        $differences = @(Wait-UcState -Read $Step.Read -Expected $goal -Name (Get-UcStateName $Step.Before $Step.After) -Exact $Step.Exact)
    } catch {
        $differences = @($_.Exception.Message)
    }
    if ($differences.Count -eq 0) { return $Outcome }
    return New-PlanOutcome $Step 'Failed' ($words.NotVerified -f (Format-PlanStep $Step), ($differences -join '; ')) $true
}

# A step without a state of its own: runs if a step that it follows ran. Whether a step of another script ran, only the
# user knows.
function Invoke-PlanFollower {
    param($Step)
    $run = $Step.Run
    if ($Undo -and $null -ne $Step.Undo) { $run = $Step.Undo }
    $because = $Step.Interrupts
    $here = @($steps | ForEach-Object { $_.Number })
    $elsewhere = @($Step.Follows | Where-Object { $here -notcontains $_ })
    $due = $Follow -or @($Step.Follows | Where-Object { $ran.ContainsKey($_) }).Count -gt 0
    $known = $Follow -and $memory.ContainsKey((Get-PlanMemoryKey $Step.Number))
    if ($known) { return New-PlanOutcome $Step 'Skipped' $words.RanBefore }
    if (-not $due -and $elsewhere.Count -gt 0) {
        $due = $true
        $because = ($words.Elsewhere -f ($elsewhere -join ', ')) + ' ' + $because
    }
    # A step that follows none always runs, but there is nothing of it to be repeated after an undo.
    if (@($Step.Follows).Count -eq 0) { $due = -not $Undo -or $null -ne $Step.Undo }
    if (-not $due) { return New-PlanOutcome $Step 'Skipped' (Get-UcText -Key 'Plan_NothingFollowed') }
    $outcome = Invoke-PlanStep $Step $run $because
    # Its command tells nobody whether it did its work.
    if ($Step.Silent -and @('Done', 'Undone') -contains $outcome.Result.Status) {
        return New-PlanOutcome $Step 'Unverified' (Get-UcText -Key 'Plan_Unverified' -Values $Step.VerifiedBy)
    }
    return $outcome
}

# What this window remembers: the steps that follow others and ran since one of those did. A script that broke off, such as
# by a restart that ended the session of its shell, does not interrupt users once more when it goes on with -Follow.
function Get-PlanMemory {
    if (-not (Test-Path -LiteralPath 'Variable:UcIntegrationPlanMemory')) { $global:UcIntegrationPlanMemory = @{} }
    return $global:UcIntegrationPlanMemory
}

function Get-PlanMemoryKey {
    param([int]$Number, [string]$Side = (Get-PlanGoal))
    return '{0} {1} {2}' -f $planId, $Number, $Side
}

function Add-PlanMemory {
    param($Step)
    $ran[$Step.Number] = $true
    if (Test-PlanFollower $Step) { $memory[(Get-PlanMemoryKey $Step.Number)] = $true }
    foreach ($other in $steps) {
        if ($other.Follows -notcontains $Step.Number) { continue }
        foreach ($side in 'before', 'after') { $memory.Remove((Get-PlanMemoryKey $other.Number $side)) }
    }
}

# Whether a step is taken because others were: it has no state of its own, or nothing takes it back but a repetition.
function Test-PlanFollower {
    param($Step)
    return $null -eq $Step.Read -or ($Undo -and $null -eq $Step.Undo -and @($Step.Follows).Count -gt 0)
}

# All steps in their order; taking back begins at the end, and what follows others comes last.
function Get-PlanOrder {
    if (-not $Undo) { return $steps }
    $changing = @($steps | Where-Object { -not (Test-PlanFollower $_) })
    [array]::Reverse($changing)
    return $changing + @($steps | Where-Object { Test-PlanFollower $_ })
}

# Ends the script before anything is changed if the shell may not change the computer: half of the steps would be done.
function Assert-PlanElevated {
    if (-not $WhatIfPreference -and -not (Test-UcElevated)) { throw (Get-UcText -Key 'Plan_NotElevated') }
}

function Assert-PlanCommand {
    param([string[]]$Name)
    $missing = @($Name | Where-Object { -not (Test-UcCommand $_) })
    if ($missing.Count -gt 0) { throw ($words.WrongShell -f ($missing -join ', ')) }
}

function Invoke-Plan {
    $ordered = @(Get-PlanOrder)
    Assert-PlanState @($ordered | Where-Object { -not (Test-PlanFollower $_) })
    foreach ($step in $ordered) {
        Write-Verbose (Format-PlanStep $step)
        if (Test-PlanFollower $step) { $outcome = Invoke-PlanFollower $step } else { $outcome = Invoke-PlanChange $step }
        $outcome.Result
        $done = @('Done', 'Undone', 'Unverified') -contains $outcome.Result.Status
        if ($done) { Add-PlanMemory $step }
        if ($outcome.Result.Status -eq 'WhatIf') { $ran[$step.Number] = $true }
        if (@('Failed', 'Drifted') -contains $outcome.Result.Status) { throw $outcome.Result.Message }
        if ($outcome.Stop) { return }
        if ($done -and $step.EndsSession) { Wait-UcExchange }
    }
}
