# Whether a call for each user with unified messaging would reach the mailbox, as the products would have it: from what
# runs now. It must not know the rules and the plans whose work it proves or disproves.

# What Lync encrypts, against what a dial plan wants.
function Get-SimulationMediaFault {
    param($State, $Plan)
    $level = @($State.Lync.MediaConfigurations | Where-Object { $_.Identity -eq 'Global' })[0].EncryptionLevel
    if ($Plan.URIType -ne 'SipName') { return $Plan.Name + ' is no plan for SIP.' }
    if ($Plan.VoIPSecurity -eq 'Unsecured') { return $Plan.Name + ' does not use TLS.' }
    if ($level -eq 'RequireEncryption' -and $Plan.VoIPSecurity -ne 'Secured') { return 'Incompatible security setting: ' + $Plan.Name + '.' }
    if ($level -eq 'DoNotSupportEncryption' -and $Plan.VoIPSecurity -eq 'Secured') { return 'Incompatible security setting: ' + $Plan.Name + '.' }
}

# Where others look for the two services.
$script:umPort = @{ MSExchangeUM = '5063'; MSExchangeUMCR = '5061' }

# One service of unified messaging: it runs, in a mode with TLS since its last start, for all plans, with a certificate.
function Get-SimulationUmFault {
    param($State, $Um, [string]$Service, [string]$Use)
    $machine = Get-SimulationMachine $State $Um.Fqdn
    $running = @($machine.Services | Where-Object { $_.Name -eq $Service -and $_.Status -eq 'Running' })
    if ($running.Count -eq 0) { return $Service + ' does not run on ' + $machine.Name + '.' }
    $mode, $port = (Get-SimulationServiceRun $State $Um.Fqdn $Service).Setting.Split(' ')
    if ($mode -notin 'TLS', 'Dual') { $Service + ' runs without TLS on ' + $machine.Name + '.' }
    if ($mode -in 'TLS', 'Dual' -and $port -ne $script:umPort[$Service]) { $Service + ' listens on ' + $port + ' on ' + $machine.Name + '.' }
    foreach ($plan in $State.Exchange.DialPlans | Where-Object { $_.URIType -eq 'SipName' }) {
        if ($Um.DialPlans -notcontains $plan.Name) { $machine.Name + ' (' + $Use + ') is not in ' + $plan.Name + '.' }
    }
    $certificate = @($machine.Certificates | Where-Object { @($_.Services.Split(',') | ForEach-Object { $_.Trim() }) -contains $Use })
    if ($certificate.Count -eq 0) { return $machine.Name + ' has no certificate for ' + $Use + '.' }
    if ((Get-SimulationCertificateStatus $State $certificate[0]) -ne 'Valid') { 'The certificate for ' + $Use + ' of ' + $machine.Name + ' is not valid today.' }
    Get-SimulationTrustFault $State $machine $certificate[0]
}

# The pool of a user knows the way: rights, gateway, hunt group, and a Front End that has seen them since its start.
function Get-SimulationVoiceRouteFault {
    param($State, [string]$Pool, $Plan)
    foreach ($container in $State.Exchange.UmContainers) {
        if ($container.Readers -notcontains 'RTCUniversalServerAdmins') { 'Lync may not read ' + $container.Name + '.' }
    }
    $gateway = @($State.Exchange.IpGateways | Where-Object { $_.Address -eq $Pool -and $_.Status -eq 'Enabled' })
    if ($gateway.Count -eq 0) { return 'There is no gateway for ' + $Pool + '.' }
    if (@($State.Exchange.HuntGroups | Where-Object { $_.UMIPGateway -eq $gateway[0].Name -and $_.UMDialPlan -eq $Plan.Name }).Count -eq 0) { 'The gateway of ' + $Pool + ' has no hunt group for ' + $Plan.Name + '.' }
    foreach ($fqdn in ($State.Lync.Pools | Where-Object { $_.Fqdn -eq $Pool }).Computers) {
        if ((Get-SimulationServiceRun $State $fqdn 'RTCSRV').Setting -notmatch [regex]::Escape($Pool)) { 'The Front End service of ' + $fqdn + ' has not seen the gateway.' }
    }
}

# Outgoing calls of a plan take one gateway.
function Get-SimulationOutgoingFault {
    param($State)
    foreach ($plan in $State.Exchange.DialPlans | Where-Object { $_.URIType -eq 'SipName' }) {
        $names = @($State.Exchange.HuntGroups | Where-Object { $_.UMDialPlan -eq $plan.Name } | ForEach-Object { $_.UMIPGateway } | Sort-Object -Unique)
        $open = @($State.Exchange.IpGateways | Where-Object { $names -contains $_.Name -and $_.OutcallsAllowed })
        if ($names.Count -gt 0 -and $open.Count -ne 1) { $plan.Name + ' has ' + $open.Count + ' gateways for outgoing calls.' }
    }
}

# What keeps the calls for one mailbox away.
function Get-SimulationMailboxVoiceFault {
    param($State, $Mailbox)
    $policy = $State.Exchange.UmMailboxPolicies | Where-Object { $_.Name -eq $Mailbox.UMMailboxPolicy }
    $plan = $State.Exchange.DialPlans | Where-Object { $null -ne $policy -and $_.Name -eq $policy.UMDialPlan }
    if ($null -eq $plan) { return $Mailbox.Name + ' has no dial plan.' }
    Get-SimulationMediaFault $State $plan
    $user = $State.Lync.Users | Where-Object { $_.Name -eq $Mailbox.Name }
    if ($null -eq $user -or -not $user.EnterpriseVoiceEnabled) { return $Mailbox.Name + ' has no Enterprise Voice.' }
    if (('sip:' + $Mailbox.SIPResourceIdentifier) -ne $user.SipAddress) { $Mailbox.Name + ' has another address in unified messaging.' }
    Get-SimulationVoiceRouteFault $State $user.RegistrarPool $plan
}

# Everything that keeps calls from reaching their mailboxes, as sentences, each once.
function Get-SimulationVoiceFault {
    param($State)
    $faults = @(
        foreach ($mailbox in $State.Exchange.UmMailboxes) { Get-SimulationMailboxVoiceFault $State $mailbox }
        foreach ($um in $State.Exchange.UmServices) { Get-SimulationUmFault $State $um 'MSExchangeUM' 'UM' }
        foreach ($router in $State.Exchange.CallRouters) { Get-SimulationUmFault $State $router 'MSExchangeUMCR' 'UMCallRouter' }
        Get-SimulationOutgoingFault $State
        if (@($State.Exchange.UmMailboxes).Count -gt 0 -and @($State.Lync.ExUmContacts | Where-Object { -not $_.AutoAttendant }).Count -eq 0) { 'There is no contact for Outlook Voice Access.' }
    )
    $faults | Sort-Object -Unique
}
