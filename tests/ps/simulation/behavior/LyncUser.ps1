# What the commands about users and SIP domains of Lync do. State in, objects out.

function New-SimulationUserNotFound {
    param([string]$Identity)
    return New-SimulationError -Message ('Management object not found for identity "' + $Identity + '".') -Type 'ManagementException' -Id 'Identity' -Category 'NotSpecified' -Target $Identity
}

function ConvertTo-SimulationLyncUser {
    param($State, $User)
    return New-SimulationObject 'Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser' ([ordered]@{
        Identity = 'CN=' + $User.Name + ',CN=Users,DC=' + ($State.Domain -replace '\.', ',DC='); SamAccountName = $User.Name; DisplayName = $User.Name
        UserPrincipalName = $User.Name + '@' + $State.Domain; WindowsEmailAddress = $User.Name + '@' + $State.Domain; SipAddress = $User.SipAddress; Enabled = $User.Enabled; RegistrarPool = $User.RegistrarPool
        EnterpriseVoiceEnabled = $User.EnterpriseVoiceEnabled; LineURI = $User.LineURI; DialPlan = $User.DialPlan; VoicePolicy = $User.VoicePolicy
        HostedVoiceMail = $User.HostedVoiceMail; ExternalAccessPolicy = $User.ExternalAccessPolicy; ExchangeArchivingPolicy = $User.ExchangeArchivingPolicy
    })
}

$script:lyncUserName = { param($item) $item.Name; $item.SipAddress; ($item.SipAddress -replace '^sip:', ''); 'CN=' + $item.Name }

# Get-CsUser shows users that have been enabled; Enable-CsUser also finds those that have only a mailbox.
function Select-SimulationUser {
    param($State, $Identity)
    return @(Select-SimulationItem $State.Lync.Users $Identity $script:lyncUserName { param($text) New-SimulationUserNotFound $text })
}

$script:behavior['Get-CsUser'] = {
    param($call)
    foreach ($user in Select-SimulationUser $call.State $call.Bound['Identity']) {
        if ($null -ne $user) { ConvertTo-SimulationLyncUser $call.State $user | Where-Object { Test-SimulationFilter $call.Bound['Filter'] $_ } }
    }
}

$script:behavior['Enable-CsUser'] = {
    param($call)
    $identity = (Get-SimulationIdentity $call.Bound['Identity'])
    $name = ($identity -split '@')[0] -replace '^sip:', ''
    $user = $call.State.Lync.Users | Where-Object { $_.Name -eq $name }
    if ($null -eq $user -and @($call.State.Exchange.Mailboxes | Where-Object { $_.Name -eq $name }).Count -eq 0) { Stop-SimulationCommand (New-SimulationUserNotFound $identity) }
    $pool = Resolve-SimulationRegistrar $call.State ([string]$call.Bound['RegistrarPool'])
    $address = $call.Bound['SipAddress']
    if (-not $address) { $address = 'sip:' + $name + '@' + $call.State.Lync.SipDomains[0] }
    if ($call.State.Lync.SipDomains -notcontains ($address -split '@')[-1]) { Stop-SimulationCommand (New-SimulationLyncError ('The SIP address "' + $address + '" is of no SIP domain.') $address) }
    if (-not (Test-SimulationProcess $call $name)) { return }
    $new = New-SimulationLyncUserItem $name $address $true $pool $null
    $call.State.Lync.Users = @(@($call.State.Lync.Users | Where-Object { $_.Name -ne $name }) + $new)
    Save-SimulationState $call.State
    if ($call.Bound['PassThru']) { ConvertTo-SimulationLyncUser $call.State $new }
}

$script:behavior['Get-CsSipDomain'] = {
    param($call)
    $first = $call.State.Lync.SipDomains[0]
    foreach ($domain in Select-SimulationItem $call.State.Lync.SipDomains $call.Bound['Identity'] { param($item) $item } $script:lyncNotFound) {
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplaySipDomain' ([ordered]@{ Identity = $domain; Name = $domain; IsDefault = $domain -eq $first })
    }
}

$script:behavior['Set-CsUser'] = {
    param($call)
    foreach ($user in Select-SimulationUser $call.State $call.Bound['Identity']) {
        Set-SimulationItem $call $user $user.Name -Control 'PassThru'
        if ($call.Bound['PassThru']) { ConvertTo-SimulationLyncUser $call.State $user }
    }
}
