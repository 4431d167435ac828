# Facts of the Exchange Management Shell: unified messaging, which Exchange 2019 and SE do not have. Reads only.

Add-UcSection -Path 'exchange.umServices' -Text 'Get-UMService' -Command 'Get-UMService' -Since '15.0' -Until '15.1' -Read {
    param($Context)
    foreach ($service in (Get-UcAnswer $Context 'Get-UMService')) {
        ConvertTo-UcRecord $service 'server Name Name!', 'dialPlans DialPlans Names', 'startupMode UMStartupMode Text', 'sipAccessService SIPAccessService Text?'
    }
}

Add-UcSection -Path 'exchange.umCallRouters' -Text 'Get-UMCallRouterSettings -Server' -Command 'Get-UMCallRouterSettings' -Since '15.0' -Until '15.1' -Read {
    param($Context)
    $map = 'dialPlans DialPlans Names', 'startupMode UMStartupMode Text', 'sipTlsListeningPort SipTlsListeningPort Number'
    # In 2013 it is a service of the Client Access role, which 2016 has inside of the Mailbox role.
    $servers = @(Get-UcServerToAsk $Context -Since '15.0' -Until '15.0' -Role 'ClientAccess') + @(Get-UcServerToAsk $Context -Since '15.1' -Until '15.1')
    foreach ($server in $servers) {
        foreach ($router in (Get-UcAnswer $Context 'Get-UMCallRouterSettings' @{ Server = $server['name'] } -Target $server['name'])) {
            $record = ConvertTo-UcRecord $router $map
            $record['server'] = $server['name']
            $record
        }
    }
}

Add-UcSection -Path 'exchange.umDialPlans' -Text 'Get-UMDialPlan' -Command 'Get-UMDialPlan' -Until '15.1' -Read {
    param($Context)
    $map = 'name Name Text!', 'uriType URIType Text', 'voipSecurity VoIPSecurity Text', 'phoneContext PhoneContext Text', 'faxEnabled FaxEnabled Bool'
    foreach ($plan in (Get-UcAnswer $Context 'Get-UMDialPlan')) { ConvertTo-UcRecord $plan $map }
}

Add-UcSection -Path 'exchange.umIpGateways' -Text 'Get-UMIPGateway' -Command 'Get-UMIPGateway' -Until '15.1' -Read {
    param($Context)
    $map = 'name Name Text!', 'address Address Text', 'port Port Number', 'outcallsAllowed OutcallsAllowed Bool', 'status Status Text', 'whenCreated WhenCreatedUTC Time'
    foreach ($gateway in (Get-UcAnswer $Context 'Get-UMIPGateway')) { ConvertTo-UcRecord $gateway $map }
}

Add-UcSection -Path 'exchange.umHuntGroups' -Text 'Get-UMHuntGroup' -Command 'Get-UMHuntGroup' -Until '15.1' -Read {
    param($Context)
    foreach ($group in (Get-UcAnswer $Context 'Get-UMHuntGroup')) { ConvertTo-UcRecord $group 'name Name Text!', 'pilotIdentifier PilotIdentifier Text', 'dialPlan UMDialPlan Name', 'ipGateway UMIPGateway Name' }
}

Add-UcSection -Path 'exchange.umAutoAttendants' -Text 'Get-UMAutoAttendant' -Command 'Get-UMAutoAttendant' -Until '15.1' -Read {
    param($Context)
    foreach ($attendant in (Get-UcAnswer $Context 'Get-UMAutoAttendant')) { ConvertTo-UcRecord $attendant 'name Name Text!', 'dialPlan UMDialPlan Name', 'status Status Text', 'pilotIdentifiers PilotIdentifierList List' }
}

Add-UcSection -Path 'exchange.umMailboxPolicies' -Text 'Get-UMMailboxPolicy' -Command 'Get-UMMailboxPolicy' -Until '15.1' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-UMMailboxPolicy')) { ConvertTo-UcRecord $policy 'name Name Text!', 'dialPlan UMDialPlan Name', 'allowFax AllowFax Bool' }
}

# The containers below the Exchange organization, as Active Directory names them.
$script:UcUmContainers = @('UM DialPlan Container', 'UM AutoAttendant Container', 'UM IPGateway Container')

# Who may read the containers, from their access lists: the rights of ExchUcUtil.ps1 are inherited by all below.
Add-UcSection -Path 'exchange.umContainers' -Text 'Get-ADPermission' -Command 'Get-ADPermission' -Until '15.1' -Read {
    param($Context)
    $organization = @(Get-UcAnswer $Context 'Get-OrganizationConfig')
    $root = ''
    if ($organization.Count -gt 0) { $root = [string](Get-UcMember $organization[0] 'DistinguishedName') }
    foreach ($name in $script:UcUmContainers) {
        $identity = $name
        if ($root) { $identity = "CN=$name,$root" }
        $entries = @(Get-UcAnswer $Context 'Get-ADPermission' @{ Identity = $identity } -Target $name)
        if ($entries.Count -eq 0) { continue }
        $readers = @(foreach ($entry in $entries) {
            if ((ConvertTo-UcBool (Get-UcMember $entry 'Deny')) -eq $true) { continue }
            if (@(ConvertTo-UcList (Get-UcMember $entry 'AccessRights')) -notmatch 'GenericRead|ReadProperty|GenericAll') { continue }
            ([string](Get-UcMember $entry 'User')).Split('\')[-1]
        })
        [ordered]@{ container = $name; readers = @($readers | Select-Object -Unique) }
    }
}
