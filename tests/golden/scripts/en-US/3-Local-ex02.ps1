<#
.SYNOPSIS
Takes the steps of a plan. Made by UcIntegration, and runs without it.

.DESCRIPTION
Script 3 of 3: run the scripts of a plan in the order of their numbers.
Every step is compared with the state that the plan was made for. If a state has drifted, nothing is changed.
A step that interrupts users asks first; -Force answers yes. Steps that are done are passed over.

.PARAMETER Force
Do not ask before steps that interrupt users.

.PARAMETER Undo
Take the steps back, the last one first. Begin with the last script of the plan.

.PARAMETER Follow
Run the steps that follow others (restarts, for example) even if nothing changes in this run.

.EXAMPLE
.\3-Local-ex02.ps1 -WhatIf

Shows the steps, and changes nothing.

.EXAMPLE
.\3-Local-ex02.ps1 | Format-Table -AutoSize -Wrap

Takes the steps, and shows all of what came of each.

.EXAMPLE
.\3-Local-ex02.ps1 -Undo

Takes the steps back.

.OUTPUTS
An object for each step, with Number, Status, Title and Message. Status is Done, AlreadyCompliant, Unverified (nothing shows that it did its work), Skipped, WhatIf, Undone, Drifted or Failed; the last two end the script.

.NOTES
Plan:    0123456789abcdef
Made:    2026-03-01T21:00:00Z
Shell:   Windows PowerShell, as administrator
Machine: ex02.contoso.com
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [switch]$Force,
    [switch]$Undo,
    [switch]$Follow
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$words = @{
    Plan_NotSet = 'nothing'
    Plan_ObjectMissing = 'the object does not exist'
    Plan_ObjectPresent = 'the object exists, and was not expected: {0}'
    Plan_Difference = '{0}: expected {1}, found {2}'
    Plan_Several = '{0} objects have {1}; the plan means one.'
    Plan_NothingFollowed = 'None of the steps that it follows ran.'
    Plan_Declined = 'The step was declined; nothing after it was done.'
    Plan_Unverified = 'The script ended, but nothing shows whether it did its work. Collect facts again and check {0}.'
    Fact_PropertyMissing = 'The answer has no {0}.'
    Step = 'step {0} ({1})'
    ReadFailed = 'The state of {0} cannot be read: {1} The step was not run.'
    Drifted = '{0} does not fit any more, because something has changed since the plan was made: {1}'
    Stopped = 'Nothing was changed, because the plan is out of date. Collect facts again and make a new plan.'
    Yes = '&Yes'
    YesHelp = 'Run this step now.'
    No = '&No'
    NoHelp = 'Stop here; the steps before stay done.'
    Ask = '{0} Run it now?'
    Failed = '{0} failed: {1} The steps before it are done. Run the script again (with -Follow) to go on, or with -Undo to take them back.'
    NotVerified = '{0} ran, but its effect is not to be seen: {1}. Run the script again (with -Follow) to go on, or with -Undo to take it back.'
    NoUndo = '{0} cannot be taken back by commands; it stays.'
    Elsewhere = 'Needed if one of the steps {0} of another script changed something.'
    WrongShell = 'This shell does not have {0}. Nothing was changed; the head of the script says which shell it is for.'
    WrongMachine = 'This script is for the machine {0}, and this is {1}. Nothing was changed.'
    Declined = '{0} was declined; nothing after it was run. Run the script again with -Follow when it may be run.'
}

# <Shared.ps1>

# <engine.ps1>

$scriptCmdlet = $PSCmdlet
$ran = @{}
if ($env:COMPUTERNAME -ne 'ex02') { throw ($words.WrongMachine -f 'ex02', $env:COMPUTERNAME) }
Assert-PlanCommand 'Restart-WebAppPool'

$steps = @()

<# Step 8: Recycle MSExchangeOWAAppPool on ex02.contoso.com #>
<#   Interrupts: Users of Outlook on the web on this server are signed out for a moment. #>
<#   Runs if one of these ran: 4 #>
$steps += @{
    Number = 8
    Title = 'Recycle MSExchangeOWAAppPool on ex02.contoso.com'
    Interrupts = 'Users of Outlook on the web on this server are signed out for a moment.'
    Follows = @(4)
    VerifiedBy = ''
    Silent = $false
    Read = $null
    Run = { Restart-WebAppPool -Name 'MSExchangeOWAAppPool' -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
