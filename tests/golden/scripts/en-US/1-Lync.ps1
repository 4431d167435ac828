# Takes the steps of a plan. Made by UcIntegration, and runs without it.
# Script 1 of 3: run the scripts of a plan in the order of their numbers.
#
<# Plan:    0123456789abcdef #>
<# Made:    2026-03-01T21:00:00Z #>
<# Shell:   Lync Server or Skype for Business Server Management Shell #>
<# Machine: any machine with that shell #>
#
# Run .\1-Lync.ps1 to take the steps, with -WhatIf to see them only, with -Undo to take them back (the last script first).
# Every step is compared with the state that the plan was made for. If a state has moved on, nothing is changed.
# A step that interrupts users asks first; -Force answers yes. Steps that are done are passed over.
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # Do not ask before steps that interrupt users.
    [switch]$Force,

    # Take the steps back, the last one first.
    [switch]$Undo,

    # Run the steps that follow others (restarts, for example) even if nothing changes in this run.
    [switch]$Follow
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$words = @{
    Step = 'step {0} ({1})'
    NoObject = 'no such object'
    NotSet = 'not set'
    Several = '{0} objects have {1}; the plan means one.'
    ReadFailed = 'The state of {0} cannot be read: {1} The step was not run.'
    Moved = '{0}: the state has moved on. Found: {1}. The plan knows: {2} (before) and {3} (after).'
    Stopped = 'Nothing was changed, because the plan is out of date. Collect facts again and make a new plan.'
    Yes = '&Yes'
    YesHelp = 'Run this step now.'
    No = '&No'
    NoHelp = 'Stop here; the steps before stay done.'
    Ask = '{0} Run it now?'
    Failed = '{0} failed: {1} The steps before it are done. Run the script again (with -Follow) to go on, or with -Undo to take them back.'
    NotVerified = '{0} ran, but its effect is not to be seen. Found: {1}. Run the script again (with -Follow) to go on, or with -Undo to take it back.'
    NoUndo = '{0} cannot be taken back by commands; it stays.'
    Elsewhere = 'Needed if one of the steps {0} of another script changed something.'
    WrongShell = 'This shell does not have {0}. Nothing was changed; the head of the script says which shell it is for.'
    WrongMachine = 'This script is for the machine {0}, and this is {1}. Nothing was changed.'
    Declined = '{0} was declined; nothing after it was run. Run the script again with -Follow when it may be run.'
}

# What every script does with its steps. Knows no product: the steps below say how a state is read and changed.

# A value as a set of texts without case. Nothing, an empty text and an empty list are the same.
function New-PlanSet {
    param($Value)
    $set = New-Object 'System.Collections.Generic.HashSet[string]' ([StringComparer]::OrdinalIgnoreCase)
    foreach ($one in @($Value)) {
        if ($null -ne $one -and ([string]$one).Length -gt 0) { [void]$set.Add([string]$one) }
    }
    return , $set
}

# Whether two values are the same. A setting that is empty is not one that is missing, so $null is only the same as $null.
function Test-PlanValue {
    param($Left, $Right)
    if ($null -eq $Left -or $null -eq $Right) { return ($null -eq $Left -and $null -eq $Right) }
    return (New-PlanSet $Left).SetEquals((New-PlanSet $Right))
}

# Whether a state is the expected one: all named properties; $null is an object that does not exist.
function Test-PlanState {
    param($State, $Expected)
    if ($null -eq $State -or $null -eq $Expected) { return ($null -eq $State -and $null -eq $Expected) }
    foreach ($name in $Expected.Keys) {
        if (-not (Test-PlanValue $State[$name] $Expected[$name])) { return $false }
    }
    return $true
}

function Format-PlanState {
    param($State)
    if ($null -eq $State) { return $words.NoObject }
    $parts = foreach ($name in ($State.Keys | Sort-Object)) {
        $value = $words.NotSet
        if ($null -ne $State[$name]) { $value = '"' + (@($State[$name]) -join '", "') + '"' }
        $name + ' = ' + $value
    }
    return @($parts) -join '; '
}

function Format-PlanStep {
    param($Step)
    return $words.Step -f $Step.Number, $Step.Title
}

# The named properties of the one object that meets all conditions; $null if there is none.
function Read-PlanObject {
    param([scriptblock]$From, [hashtable]$Where, [string[]]$Name)
    try {
        $all = @(& $From)
    } catch [System.Management.Automation.CommandNotFoundException] {
        throw
    } catch {
        # The products report an object that does not exist as an error of this category or by this name.
        $missing = [string]$_.CategoryInfo.Category -eq 'ObjectNotFound' -or $_.FullyQualifiedErrorId -match 'ObjectNotFound'
        if (-not $missing) { throw }
        $all = @()
    }
    $found = @(foreach ($one in $all) { if (Test-PlanObject $one $Where) { $one } })
    if ($found.Count -eq 0) { return $null }
    if ($found.Count -gt 1) { throw ($words.Several -f $found.Count, (Format-PlanState $Where)) }
    $state = @{}
    foreach ($property in $Name) { $state[$property] = Get-PlanProperty $found[0] $property }
    return $state
}

function Test-PlanObject {
    param($Object, [hashtable]$Where)
    if ($null -eq $Object) { return $false }
    foreach ($name in $Where.Keys) {
        if (-not (New-PlanSet (Get-PlanProperty $Object $name)).SetEquals((New-PlanSet $Where[$name]))) { return $false }
    }
    return $true
}

# A property as texts; $null if it is missing or empty.
function Get-PlanProperty {
    param($Object, [string]$Name)
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    $texts = @(foreach ($one in @($property.Value)) { if ($null -ne $one -and ([string]$one).Length -gt 0) { [string]$one } })
    if ($texts.Count -eq 0) { return $null }
    return $texts
}

# The state of a step, and where the step stands: 'Done', 'Due' or 'Moved'.
function Get-PlanStanding {
    param($Step)
    try {
        $state = & $Step.Read
    } catch {
        throw ($words.ReadFailed -f (Format-PlanStep $Step), $_.Exception.Message)
    }
    $from, $to = $Step.Before, $Step.After
    if ($Undo) { $from, $to = $Step.After, $Step.Before }
    $standing = 'Moved'
    if (Test-PlanState $state $to) { $standing = 'Done' } elseif (Test-PlanState $state $from) { $standing = 'Due' }
    return @{ State = $state; Standing = $standing }
}

function Format-PlanMove {
    param($Step, $State)
    return $words.Moved -f (Format-PlanStep $Step), (Format-PlanState $State), (Format-PlanState $Step.Before), (Format-PlanState $Step.After)
}

# Ends the script before anything is changed if a step has moved on. A step that changes what an earlier one changes
# as well is looked at when its turn comes.
function Assert-PlanUnmoved {
    param([object[]]$Steps)
    $touched = @{}
    $moved = @(foreach ($step in $Steps) {
        if ($touched.ContainsKey($step.Place)) { continue }
        $now = Get-PlanStanding $step
        if ($now.Standing -eq 'Due') { $touched[$step.Place] = $true }
        if ($now.Standing -eq 'Moved') { Format-PlanMove $step $now.State }
    })
    if ($moved.Count -gt 0) { throw (@($words.Stopped) + $moved -join [Environment]::NewLine) }
}

# Whether the user agrees. Only steps that interrupt somebody ask, and -Force answers for them.
function Confirm-PlanStep {
    param($Step, [string]$Because)
    if ($Force -or -not $Because) { return $true }
    $choice = 'System.Management.Automation.Host.ChoiceDescription'
    $choices = [System.Management.Automation.Host.ChoiceDescription[]]@(
        (New-Object $choice $words.Yes, $words.YesHelp), (New-Object $choice $words.No, $words.NoHelp))
    return $host.UI.PromptForChoice((Format-PlanStep $Step), ($words.Ask -f $Because), $choices, 1) -eq 0
}

# Asks, runs, and says what came of it: 'Done', 'WouldRun' or 'Declined'.
function Invoke-PlanStep {
    param($Step, [scriptblock]$Run, [string]$Because)
    if (-not $scriptCmdlet.ShouldProcess((Format-PlanStep $Step))) { return 'WouldRun' }
    try {
        if (-not (Confirm-PlanStep $Step $Because)) { return 'Declined' }
        # Not even what a command puts out may be taken for the result.
        (& $Run | Out-String).Trim() | Where-Object { $_ } | Write-Verbose
    } catch {
        throw ($words.Failed -f (Format-PlanStep $Step), $_.Exception.Message)
    }
    return 'Done'
}

# A step that changes a state: compares, runs, compares again.
function Invoke-PlanChange {
    param($Step)
    $now = Get-PlanStanding $Step
    if ($now.Standing -eq 'Done') { return 'AlreadyDone' }
    # Without really running, the steps before this one have not prepared it.
    if ($now.Standing -eq 'Moved' -and -not $WhatIfPreference) { throw (Format-PlanMove $Step $now.State) }
    $run = $Step.Run
    if ($Undo) { $run = $Step.Undo }
    if ($null -eq $run) {
        Write-Warning ($words.NoUndo -f (Format-PlanStep $Step))
        return 'NotUndone'
    }
    $result = Invoke-PlanStep $Step $run $Step.Interrupts
    if ($result -eq 'Done') { Assert-PlanDone $Step }
    return $result
}

# What was changed may take a moment to be seen by the server that is asked.
function Assert-PlanDone {
    param($Step)
    foreach ($attempt in 1..5) {
        $now = Get-PlanStanding $Step
        if ($now.Standing -eq 'Done') { return }
        if ($attempt -lt 5) { Start-Sleep -Seconds 1 }
    }
    throw ($words.NotVerified -f (Format-PlanStep $Step), (Format-PlanState $now.State))
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
    if (-not $due -and $elsewhere.Count -gt 0) {
        $due = $true
        $because = ($words.Elsewhere -f ($elsewhere -join ', ')) + ' ' + $because
    }
    # A step that follows none always runs, but there is nothing of it to be repeated after an undo.
    if (@($Step.Follows).Count -eq 0) { $due = -not $Undo -or $null -ne $Step.Undo }
    if (-not $due) { return 'NotNeeded' }
    return Invoke-PlanStep $Step $run $because
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

function Assert-PlanCommand {
    param([string[]]$Name)
    $missing = @($Name | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
    if ($missing.Count -gt 0) { throw ($words.WrongShell -f ($missing -join ', ')) }
}

function Invoke-Plan {
    $ordered = @(Get-PlanOrder)
    Assert-PlanUnmoved @($ordered | Where-Object { -not (Test-PlanFollower $_) })
    foreach ($step in $ordered) {
        Write-Verbose (Format-PlanStep $step)
        if (Test-PlanFollower $step) { $result = Invoke-PlanFollower $step } else { $result = Invoke-PlanChange $step }
        if (@('Done', 'WouldRun') -contains $result) { $ran[$step.Number] = $true }
        [pscustomobject]@{ Step = $step.Number; Title = $step.Title; Result = $result }
        if ($result -eq 'Declined') {
            Write-Warning ($words.Declined -f (Format-PlanStep $step))
            return
        }
    }
}

$scriptCmdlet = $PSCmdlet
$ran = @{}
Assert-PlanCommand 'Enable-CsTopology', 'Get-CsTrustedApplicationPool', 'New-CsTrustedApplicationPool', 'Remove-CsTrustedApplicationPool'

$steps = @()

<# Step 1: Create the trusted application pool ex01.contoso.com #>
<#   Mends: TAP-CREATE ex01.contoso.com #>
<#   Verified by: TAP-CREATE #>
$steps += @{
    Number = 1
    Title = 'Create the trusted application pool ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    Place = 0
    Read = { Read-PlanObject -From { Get-CsTrustedApplicationPool -ErrorAction Stop } -Where @{ 'PoolFqdn' = 'ex01.contoso.com' } -Name @('RequiresReplication') }
    Before = $null
    After = @{ 'RequiresReplication' = $false }
    Run = { New-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Registrar 'pool.contoso.com' -Site '1' -RequiresReplication:$false -ErrorAction Stop }
    Undo = { Remove-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Confirm:$false -ErrorAction Stop }
}

<# Step 2: Publish the topology #>
<#   Runs if one of these ran: 1 #>
$steps += @{
    Number = 2
    Title = 'Publish the topology'
    Interrupts = ''
    Follows = @(1)
    Read = $null
    Run = { Enable-CsTopology -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
