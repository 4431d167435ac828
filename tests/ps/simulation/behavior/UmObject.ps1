# What the commands about dial plans, gateways, hunt groups, auto attendants and mailboxes of unified messaging do. State
# in, objects out.

$script:umType = 'Microsoft.Exchange.Data.Directory.SystemConfiguration.'

# A plan is shown with its name in the SIP network and the servers that answer for it.
Add-SimulationSetting -Noun UMDialPlan -Product Exchange -List DialPlans -Key Name -Verb Get, Set, Remove -Type ($script:umType + 'UMDialPlan') -Show {
    param($State, $Item)
    $fields = [ordered]@{}
    foreach ($property in $Item.PSObject.Properties) { $fields[$property.Name] = $property.Value }
    $fields['PhoneContext'] = $Item.Name + '.' + $State.Domain
    $fields['UMServers'] = @($State.Exchange.UmServices | Where-Object { $_.DialPlans -contains $Item.Name } | ForEach-Object { $_.Name })
    return $fields
}

# When a gateway was made is no part of what is compared with the start, so it is kept with what runs.
function Set-SimulationGatewayTime {
    param($State, [string]$Name)
    Set-SimulationRuntimeItem $State 'GatewayTimes' ([pscustomobject]@{ Fqdn = $Name; Time = ConvertFrom-SimulationTime (Get-SimulationStateTime $State) })
}

Add-SimulationSetting -Noun UMIPGateway -Product Exchange -List IpGateways -Key Name -Verb Get, Set -Type ($script:umType + 'UMIPGateway') -Show {
    param($State, $Item)
    $fields = [ordered]@{}
    foreach ($property in $Item.PSObject.Properties) { $fields[$property.Name] = $property.Value }
    $fields['WhenCreatedUTC'] = (ConvertTo-SimulationTime $State.Now).AddDays(-60)
    $known = Select-SimulationByFqdn $State.Runtime.GatewayTimes $Item.Name
    if ($null -ne $known) { $fields['WhenCreatedUTC'] = ConvertTo-SimulationTime $known.Time }
    return $fields
}
Add-SimulationSetting -Noun UMAutoAttendant -Product Exchange -List AutoAttendants -Key Name -Type ($script:umType + 'UMAutoAttendant')
Add-SimulationSetting -Noun UMMailboxPolicy -Product Exchange -List UmMailboxPolicies -Key Name -Verb Get, Set -Type ($script:umType + 'UMMailboxPolicy')

function Assert-SimulationNew {
    param([object[]]$List, [string]$Name)
    if (@($List | Where-Object { $_.Name -eq $Name }).Count -eq 0) { return }
    Stop-SimulationCommand (New-SimulationError -Message ("The object '" + $Name + "' already exists.") -Type 'ADObjectAlreadyExistsException' -Target $Name)
}

# As the product does, a new plan is not secured unless it is said, and comes with a policy for mailboxes.
$script:behavior['New-UMDialPlan'] = {
    param($call)
    $bound = $call.Bound
    Assert-SimulationNew $call.State.Exchange.DialPlans $bound['Name']
    if (-not (Test-SimulationProcess $call $bound['Name'])) { return }
    $plan = [pscustomobject][ordered]@{ Name = $bound['Name']; URIType = 'TelExtn'; VoIPSecurity = 'Unsecured'; NumberOfDigitsInExtension = $bound['NumberOfDigitsInExtension']; CountryOrRegionCode = $bound['CountryOrRegionCode']; FaxEnabled = $true }
    foreach ($name in 'URIType', 'VoIPSecurity', 'FaxEnabled') { if ($bound.ContainsKey($name)) { $plan.$name = $bound[$name] } }
    $call.State.Exchange.UmMailboxPolicies = @($call.State.Exchange.UmMailboxPolicies) + [pscustomobject][ordered]@{ Name = $plan.Name + ' Default Policy'; UMDialPlan = $plan.Name; AllowFax = $true }
    Add-SimulationItem $call 'Exchange' 'DialPlans' $plan
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $plan
}

$script:behavior['New-UMIPGateway'] = {
    param($call)
    Assert-SimulationNew $call.State.Exchange.IpGateways $call.Bound['Name']
    if (-not (Test-SimulationProcess $call $call.Bound['Name'])) { return }
    $gateway = New-SimulationGateway $call.Bound['Name'] ([string]$call.Bound['Address'])
    Set-SimulationGatewayTime $call.State $gateway.Name
    Add-SimulationItem $call 'Exchange' 'IpGateways' $gateway
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $gateway
}

function New-SimulationGateway {
    param([string]$Name, [string]$Address, [int]$Port = 0)
    return [pscustomobject][ordered]@{ Name = $Name; Address = $Address; Port = $Port; OutcallsAllowed = $true; Status = 'Enabled' }
}

# A gateway goes with the hunt groups that are below it.
$script:behavior['Remove-UMIPGateway'] = {
    param($call)
    foreach ($item in Select-SimulationSetting $call) {
        if (-not (Test-SimulationProcess $call $item.Name)) { continue }
        $call.State.Exchange.HuntGroups = @($call.State.Exchange.HuntGroups | Where-Object { $_.UMIPGateway -ne $item.Name })
        $call.State.Exchange.IpGateways = @($call.State.Exchange.IpGateways | Where-Object { $_.Name -ne $item.Name })
        Save-SimulationState $call.State
    }
}

# Hunt groups stand below their gateway, so two may have one name.
$script:setting['UMHuntGroup'] = @{
    Product = 'Exchange'; List = 'HuntGroups'; Key = 'Name'; Type = $script:umType + 'UMHuntGroup'
    Show = {
        param($State, $Item)
        [ordered]@{ Name = $Item.Name; Identity = $Item.UMIPGateway + '\' + $Item.Name; PilotIdentifier = $Item.PilotIdentifier; UMDialPlan = $Item.UMDialPlan; UMIPGateway = $Item.UMIPGateway }
    }
}
$script:huntGroupName = { param($item) $item.UMIPGateway + '\' + $item.Name; $item.Name }

function Select-SimulationHuntGroup {
    param($Call)
    $plan = Get-SimulationIdentity $Call.Bound['UMDialPlan']
    return @(Select-SimulationItem $Call.State.Exchange.HuntGroups $Call.Bound['Identity'] $script:huntGroupName | Where-Object { -not $plan -or $_.UMDialPlan -eq $plan })
}

$script:behavior['Get-UMHuntGroup'] = {
    param($call)
    foreach ($item in Select-SimulationHuntGroup $call) { ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $item }
}

$script:behavior['New-UMHuntGroup'] = {
    param($call)
    $bound = $call.Bound
    $plan = @(Select-SimulationItem $call.State.Exchange.DialPlans $bound['UMDialPlan'] { param($item) $item.Name })[0]
    $gateway = @(Select-SimulationItem $call.State.Exchange.IpGateways $bound['UMIPGateway'] { param($item) $item.Name })[0]
    Assert-SimulationNew @($call.State.Exchange.HuntGroups | Where-Object { $_.UMIPGateway -eq $gateway.Name }) $bound['Name']
    if (-not (Test-SimulationProcess $call $bound['Name'])) { return }
    $group = [pscustomobject][ordered]@{ Name = $bound['Name']; PilotIdentifier = [string]$bound['PilotIdentifier']; UMDialPlan = $plan.Name; UMIPGateway = $gateway.Name }
    Add-SimulationItem $call 'Exchange' 'HuntGroups' $group
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $group
}

$script:behavior['Remove-UMHuntGroup'] = {
    param($call)
    foreach ($item in Select-SimulationHuntGroup $call) { Remove-SimulationItem $call 'Exchange' 'HuntGroups' $item ($item.UMIPGateway + '\' + $item.Name) }
}

# A mailbox with what unified messaging adds: its plan follows from its policy, its address from both.
function ConvertTo-SimulationUmMailbox {
    param($State, $Item)
    $mailbox = $State.Exchange.Mailboxes | Where-Object { $_.Name -eq $Item.Name }
    $policy = $State.Exchange.UmMailboxPolicies | Where-Object { $_.Name -eq $Item.UMMailboxPolicy }
    $addresses = @($mailbox.EmailAddresses)
    if ($null -ne $policy -and $Item.SIPResourceIdentifier) { $addresses += 'EUM:' + $Item.SIPResourceIdentifier + ';phone-context=' + $policy.UMDialPlan + '.' + $State.Domain }
    return New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.UMMailbox' ([ordered]@{
        Name = $Item.Name; Identity = $State.Domain + '/Users/' + $Item.Name; PrimarySmtpAddress = $mailbox.PrimarySmtpAddress; EmailAddresses = $addresses; UMEnabled = $true
        UMMailboxPolicy = $Item.UMMailboxPolicy; UMDialPlan = [string](Get-SimulationValue $policy 'UMDialPlan'); SIPResourceIdentifier = $Item.SIPResourceIdentifier; FaxEnabled = $Item.FaxEnabled
        ServerName = $mailbox.Server.ToLowerInvariant()
    })
}

function Select-SimulationUmMailbox {
    param($Call)
    return @(Select-SimulationItem $Call.State.Exchange.UmMailboxes $Call.Bound['Identity'] { param($item) $item.Name; $item.Name + '@' + $Call.State.Domain })
}

$script:behavior['Get-UMMailbox'] = {
    param($call)
    foreach ($item in Select-SimulationUmMailbox $call) { ConvertTo-SimulationUmMailbox $call.State $item | Where-Object { Test-SimulationFilter $call.Bound['Filter'] $_ } }
}

$script:behavior['Set-UMMailbox'] = {
    param($call)
    $policy = Get-SimulationIdentity $call.Bound['UMMailboxPolicy']
    if ($policy) { [void](Select-SimulationItem $call.State.Exchange.UmMailboxPolicies $policy { param($item) $item.Name }) }
    foreach ($item in Select-SimulationUmMailbox $call) { Set-SimulationItem $call $item $item.Name }
}

$script:behavior['Enable-UMMailbox'] = {
    param($call)
    $policy = @(Select-SimulationItem $call.State.Exchange.UmMailboxPolicies $call.Bound['UMMailboxPolicy'] { param($item) $item.Name })[0]
    foreach ($mailbox in Select-SimulationMailbox $call) {
        Assert-SimulationNew $call.State.Exchange.UmMailboxes $mailbox.Name
        if (-not (Test-SimulationProcess $call $mailbox.Name)) { continue }
        $item = [pscustomobject][ordered]@{ Name = $mailbox.Name; UMMailboxPolicy = $policy.Name; SIPResourceIdentifier = [string]$call.Bound['SIPResourceIdentifier']; FaxEnabled = $policy.AllowFax }
        Add-SimulationItem $call 'Exchange' 'UmMailboxes' $item
        ConvertTo-SimulationUmMailbox $call.State $item
    }
}

$script:behavior['Disable-UMMailbox'] = {
    param($call)
    foreach ($item in Select-SimulationUmMailbox $call) { Remove-SimulationItem $call 'Exchange' 'UmMailboxes' $item $item.Name }
}
