# Takes the steps of a plan. Made by UcIntegration, and runs without it.
# Script 3 of 3: run the scripts of a plan in the order of their numbers.
#
<# Plan:    0123456789abcdef #>
<# Made:    2026-03-01T21:00:00Z #>
<# Shell:   Windows PowerShell, as administrator #>
<# Machine: ex02.contoso.com #>
#
# Run .\3-Local-ex02.ps1 to take the steps, with -WhatIf to see them only, with -Undo to take them back (the last script first).
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
    Read = $null
    Run = { Restart-WebAppPool -Name 'MSExchangeOWAAppPool' -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
