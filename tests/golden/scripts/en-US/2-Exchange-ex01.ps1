<#
.SYNOPSIS
Takes the steps of a plan. Made by UcIntegration, and runs without it.

.DESCRIPTION
Script 2 of 3: run the scripts of a plan in the order of their numbers.
Every step is compared with the state that the plan was made for. If a state has drifted, nothing is changed.
A step that interrupts users asks first; -Force answers yes. Steps that are done are passed over.

.PARAMETER Force
Do not ask before steps that interrupt users.

.PARAMETER Undo
Take the steps back, the last one first. Begin with the last script of the plan.

.PARAMETER Follow
Run the steps that follow others (restarts, for example) even if nothing changes in this run.

.EXAMPLE
.\2-Exchange-ex01.ps1 -WhatIf

Shows the steps, and changes nothing.

.EXAMPLE
.\2-Exchange-ex01.ps1 | Format-Table -AutoSize -Wrap

Takes the steps, and shows all of what came of each.

.EXAMPLE
.\2-Exchange-ex01.ps1 -Undo

Takes the steps back.

.OUTPUTS
An object for each step, with Number, Status, Title and Message. Status is Done, AlreadyCompliant, Unverified (nothing shows that it did its work), Skipped, WhatIf, Undone, Drifted or Failed; the last two end the script.

.NOTES
Plan:    0123456789abcdef
Made:    2026-03-01T21:00:00Z
Shell:   Exchange Management Shell
Machine: ex01.contoso.com
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
    Refused = '{0} is not edited by this script: {1} Use the module UcIntegration on this machine (Set-UcAppSetting).'
    BadEncoding = 'its encoding is not plainly UTF-8 or UTF-16.'
    Sections = 'it has {0} appSettings sections.'
    SectionPlace = 'its appSettings section is not in the usual place.'
    SectionAttribute = 'its appSettings section has the attribute {0}.'
    SectionEntry = 'its appSettings section holds {0}.'
    InComment = 'a comment mentions the key {0}.'
    Twice = 'the key {0} stands there more than once.'
    NoValue = 'the key {0} has no value attribute.'
    NoEntry = 'its entries are not written in a plain way.'
    ReadOnly = 'it is read-only.'
    Meanwhile = '{0} was changed by another program meanwhile; it was left alone.'
    NotWritten = '{0} was written, but {1} does not read as it should. The copy beside the file has the old content.'
    Copied = 'The old content is in {0}.'
}

# <Shared.ps1>

# <engine.ps1>

# <web_config.ps1>

$scriptCmdlet = $PSCmdlet
$ran = @{}
if ($env:COMPUTERNAME -ne 'ex01') { throw ($words.WrongMachine -f 'ex01', $env:COMPUTERNAME) }
Assert-PlanCommand 'Get-ExchangeDiagnosticInfo', 'Get-OwaMailboxPolicy', 'Get-SettingOverride', 'New-SettingOverride', 'Remove-SettingOverride', 'Restart-WebAppPool', 'Set-OwaMailboxPolicy'

$steps = @()

<# Step 3: Switch instant messaging on in the policy Default #>
<#   Mends: OWA-POLICY-IM Default #>
<#   Verified by: OWA-POLICY-IM, OWA-USER-POLICY #>
$steps += @{
    Number = 3
    Title = 'Switch instant messaging on in the policy Default'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'OWA-POLICY-IM, OWA-USER-POLICY'
    Silent = $false
    Place = 0
    Exact = $false
    Read = { Read-UcObjectState -From { Get-OwaMailboxPolicy -ErrorAction Stop } -Where @{ 'Identity' = 'Default' } -Name @('InstantMessagingEnabled', 'InstantMessagingType') }
    Before = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'None' }
    After = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'Ocs' }
    Run = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'Ocs' -ErrorAction Stop }
    Undo = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'None' -ErrorAction Stop }
}

<# Step 4: Create the setting override IM #>
<#   Mends: SO-CREATE ex01.contoso.com #>
$steps += @{
    Number = 4
    Title = 'Create the setting override IM'
    Interrupts = ''
    Follows = @()
    VerifiedBy = ''
    Silent = $false
    Place = 1
    Exact = $false
    Read = { Read-UcObjectState -From { Get-SettingOverride -ErrorAction Stop } -Where @{ 'Name' = 'IM' } -Name @('Parameters') }
    Before = $null
    After = @{ 'Parameters' = @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') }
    Run = { New-SettingOverride -Name 'IM' -Component 'OwaServer' -Section 'IMSettings' -Parameters @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') -Reason 'OWA IM' -ErrorAction Stop }
    Undo = { Remove-SettingOverride -Identity 'IM' -Confirm:$false -ErrorAction Stop }
}

<# Step 5: Make EX01 read its setting overrides #>
<#   Mends: SO-VERIFY ex01.contoso.com #>
<#   Verified by: SO-VERIFY #>
$steps += @{
    Number = 5
    Title = 'Make EX01 read its setting overrides'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'SO-VERIFY'
    Silent = $false
    Place = 2
    Exact = $false
    Read = { Read-UcImState -Server 'EX01' }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = $null }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Get-ExchangeDiagnosticInfo -Server 'EX01' -Process 'Microsoft.Exchange.Directory.TopologyService' -Component 'VariantConfiguration' -Argument 'Refresh' -ErrorAction Stop }
    Undo = $null
}

<# Step 6: Set IMServerName in Web.config on ex01.contoso.com #>
<#   Mends: OWA-IM-SERVERNAME ex01.contoso.com #>
<#   Verified by: OWA-IM-SERVERNAME #>
$steps += @{
    Number = 6
    Title = 'Set IMServerName in Web.config on ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'OWA-IM-SERVERNAME'
    Silent = $false
    Place = 3
    Exact = $true
    Read = { Read-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Key @('IMCertificateThumbprint', 'IMServerName') }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = '' }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = 'EA5A332496CC05DA69B75B66111C0F78A110D22D' }, @{ Key = 'IMServerName'; Value = 'pool.contoso.com' }) }
    Undo = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = $null }, @{ Key = 'IMServerName'; Value = '' }) }
}

<# Step 7: Recycle MSExchangeOWAAppPool on ex01.contoso.com #>
<#   Interrupts: Users of Outlook on the web on this server are signed out for a moment. #>
<#   Verified by: OWA-VERIFY-EVENT112 #>
<#   Runs if one of these ran: 6, 4 #>
$steps += @{
    Number = 7
    Title = 'Recycle MSExchangeOWAAppPool on ex01.contoso.com'
    Interrupts = 'Users of Outlook on the web on this server are signed out for a moment.'
    Follows = @(6, 4)
    VerifiedBy = 'OWA-VERIFY-EVENT112'
    Silent = $false
    Read = $null
    Run = { Restart-WebAppPool -Name 'MSExchangeOWAAppPool' -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
