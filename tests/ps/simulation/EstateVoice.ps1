# Unified messaging and Enterprise Voice in the state, made from an estate. Must not know what the commands make of it.

# The unified messaging service, or, with ports, the call router before it.
function New-SimulationUm {
    param($Estate, $Entry, [switch]$Router)
    $um = [ordered]@{
        Name = $Entry.Name; Fqdn = Get-SimulationFqdn $Estate $Entry.Name
        DialPlans = @(Get-SimulationValue $Entry.Value 'dialPlans' @()); UMStartupMode = Get-SimulationValue $Entry.Value 'umStartupMode' 'Dual'; MaxCallsAllowed = 100
    }
    if ($Router) {
        $um['SipTcpListeningPort'] = 5060
        $um['SipTlsListeningPort'] = Get-SimulationValue $Entry.Value 'sipTlsPort' 5061
    } else {
        $um['Status'] = 'Enabled'
        $um['SIPAccessService'] = Get-SimulationValue $Entry.Value 'sipAccessService'
    }
    return [pscustomobject]$um
}

# The plan of a mailbox follows from its policy, its address from its extension.
function New-SimulationUmMailbox {
    param($Estate)
    foreach ($entry in Get-SimulationEntry $Estate.exchange 'umMailboxes') {
        New-SimulationItem 'Name' $entry.Name $entry.Value ([ordered]@{ UMMailboxPolicy = ''; SIPResourceIdentifier = $entry.Name + '@' + $Estate.domain; FaxEnabled = $false })
    }
}

function New-SimulationExchangeVoice {
    param($Estate)
    $exchange = $Estate.exchange
    # Unified messaging ended with Exchange 2016; its two services are one for each role.
    $servers = @(Get-SimulationEntry $exchange 'servers' | Where-Object { (Get-SimulationExchangeYear (Get-SimulationExchangeVersion $_.Value)) -in '2013', '2016' })
    $readers = @(Get-SimulationValue $exchange 'umReaders' @())
    return [pscustomobject][ordered]@{
        UmServices = @(foreach ($entry in $servers) { if ((Get-SimulationRole $entry.Value) -contains 'Mailbox') { New-SimulationUm $Estate $entry } })
        CallRouters = @(foreach ($entry in $servers) { if (Test-SimulationRole (Get-SimulationRole $entry.Value) (Get-SimulationExchangeVersion $entry.Value) 'ClientAccess') { New-SimulationUm $Estate $entry -Router } })
        DialPlans = @(New-SimulationItemList $exchange 'dialPlans' 'Name' ([ordered]@{ URIType = 'SipName'; VoIPSecurity = 'Secured'; NumberOfDigitsInExtension = 4; CountryOrRegionCode = '1'; FaxEnabled = $false }))
        IpGateways = @(New-SimulationItemList $exchange 'ipGateways' 'Name' ([ordered]@{ Address = ''; Port = 0; OutcallsAllowed = $true; Status = 'Enabled' }))
        HuntGroups = @(New-SimulationItemList $exchange 'huntGroups' 'Name' ([ordered]@{ PilotIdentifier = ''; UMDialPlan = ''; UMIPGateway = '' }))
        AutoAttendants = @(New-SimulationItemList $exchange 'autoAttendants' 'Name' ([ordered]@{ UMDialPlan = ''; Status = 'Enabled'; PilotIdentifierList = @() }))
        UmMailboxPolicies = @(New-SimulationItemList $exchange 'umMailboxPolicies' 'Name' ([ordered]@{ UMDialPlan = ''; AllowFax = $false }))
        UmMailboxes = @(New-SimulationUmMailbox $Estate)
        UmContainers = @(foreach ($name in 'UM DialPlan Container', 'UM AutoAttendant Container', 'UM IPGateway Container') { [pscustomobject][ordered]@{ Name = $name; Readers = $readers } })
    }
}

function New-SimulationLyncVoice {
    param($Estate)
    $lync = $Estate.lync
    return [pscustomobject][ordered]@{
        DialPlans = @(New-SimulationItemList $lync 'dialPlans' 'Identity' ([ordered]@{ SimpleName = 'DefaultProfile'; Description = '' }) 'Global')
        MediaConfigurations = @(New-SimulationItemList $lync 'mediaConfigurations' 'Identity' ([ordered]@{ EncryptionLevel = 'RequireEncryption' }) 'Global')
        VoicePolicies = @(New-SimulationItemList $lync 'voicePolicies' 'Identity' ([ordered]@{ PstnUsages = @() }) 'Global')
        VoiceRoutes = @(New-SimulationItemList $lync 'voiceRoutes' 'Identity' ([ordered]@{ NumberPattern = '^(\+1[0-9]{10})$'; PstnUsages = @(); PstnGatewayList = @() }))
        ExUmContacts = @(New-SimulationItemList $lync 'umContacts' 'Name' ([ordered]@{ SipAddress = ''; AutoAttendant = $false; DisplayNumber = ''; RegistrarPool = '' }))
    }
}
