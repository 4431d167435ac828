# What the commands about users, SIP domains, dial plans and certificates of Lync do. State in, objects out.

function New-SimulationUserNotFound {
    param([string]$Identity)
    return New-SimulationError -Message ('Management object not found for identity "' + $Identity + '".') -Type 'ManagementException' -Id 'Identity' -Category 'NotSpecified' -Target $Identity
}

function ConvertTo-SimulationLyncUser {
    param($State, $User)
    return New-SimulationObject 'Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser' ([ordered]@{
        Identity = 'CN=' + $User.Name + ',CN=Users,DC=' + ($State.Domain -replace '\.', ',DC='); SamAccountName = $User.Name; DisplayName = $User.Name
        UserPrincipalName = $User.Name + '@' + $State.Domain; WindowsEmailAddress = $User.Name + '@' + $State.Domain; SipAddress = $User.SipAddress; Enabled = $User.Enabled; RegistrarPool = $User.RegistrarPool; EnterpriseVoiceEnabled = $false
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
    $new = [pscustomobject][ordered]@{ Name = $name; SipAddress = $address; Enabled = $true; RegistrarPool = $pool }
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

$script:behavior['Get-CsDialPlan'] = {
    param($call)
    foreach ($name in Select-SimulationItem $call.State.Lync.DialPlans $call.Bound['Identity'] { param($item) $item } $script:lyncNotFound) {
        New-SimulationObject 'Microsoft.Rtc.Management.WritableConfig.Policy.Voice.LocationProfile' ([ordered]@{ Identity = $name; Description = ''; SimpleName = 'DefaultProfile' })
    }
}

# The certificates of the first pool server; the list of types in the reference is not all of them.
$script:behavior['Get-CsCertificate'] = {
    param($call)
    $machine = $call.State.Machines | Where-Object { $_.Product -eq 'Lync' } | Select-Object -First 1
    foreach ($assigned in $call.State.Lync.Certificates) {
        if ($call.Bound['Type'] -and $call.Bound['Type'] -notcontains $assigned.Use) { continue }
        $certificate = $machine.Certificates | Where-Object { $_.Thumbprint -eq (Get-SimulationThumbprint $assigned.Name) -or $_.Thumbprint -eq $assigned.Name }
        New-SimulationObject 'Microsoft.Rtc.Management.Deployment.CertificateReference' ([ordered]@{
            Issuer = $certificate.Issuer; NotAfter = (ConvertTo-SimulationTime $certificate.NotAfter).ToLocalTime(); NotBefore = (ConvertTo-SimulationTime $certificate.NotBefore).ToLocalTime()
            SerialNumber = $certificate.Thumbprint.Substring(0, 16); Subject = $certificate.Subject; AlternativeNames = @($certificate.Domains); Thumbprint = $certificate.Thumbprint; Use = $assigned.Use
        })
    }
}

$script:behavior['Set-CsCertificate'] = {
    param($call)
    $machine = $call.State.Machines | Where-Object { $_.Product -eq 'Lync' } | Select-Object -First 1
    $certificate = $machine.Certificates | Where-Object { $_.Thumbprint -eq $call.Bound['Thumbprint'] }
    if ($null -eq $certificate) { Stop-SimulationCommand (New-SimulationLyncError ('The certificate ' + $call.Bound['Thumbprint'] + ' is not in the store of the computer.') $call.Bound['Thumbprint']) }
    if (-not (Test-SimulationProcess $call $certificate.Thumbprint)) { return }
    foreach ($type in $call.Bound['Type']) {
        $call.State.Lync.Certificates = @(@($call.State.Lync.Certificates | Where-Object { $_.Use -ne $type }) + [pscustomobject]@{ Use = $type; Name = $certificate.Thumbprint })
    }
    Save-SimulationState $call.State
}
