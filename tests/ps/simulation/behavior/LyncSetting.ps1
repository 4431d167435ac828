# What the commands about the settings and policies of Lync do that only show or set them, and the few that make one.
# State in, objects out.

$script:settings = 'Microsoft.Rtc.Management.WritableConfig.Settings.'
$script:policies = 'Microsoft.Rtc.Management.WritableConfig.Policy.'
Add-SimulationSetting -Noun CsDialPlan -Product Lync -List DialPlans -Verb Get, Remove -Type ($script:policies + 'Voice.LocationProfile')
Add-SimulationSetting -Noun CsMediaConfiguration -Product Lync -List MediaConfigurations -Verb Get, Set -Type ($script:settings + 'Media.MediaSettings')
Add-SimulationSetting -Noun CsVoicePolicy -Product Lync -List VoicePolicies -Type ($script:policies + 'Voice.VoicePolicy')
Add-SimulationSetting -Noun CsVoiceRoute -Product Lync -List VoiceRoutes -Type ($script:policies + 'Voice.PstnRoutingSettings')
Add-SimulationSetting -Noun CsExternalAccessPolicy -Product Lync -List ExternalAccessPolicies -Verb Get, Set -Type ($script:policies + 'ExternalAccess.ExternalAccessPolicy')
Add-SimulationSetting -Noun CsPublicProvider -Product Lync -List PublicProviders -Type ($script:settings + 'Edge.DisplayPublicProvider')
Add-SimulationSetting -Noun CsHostedVoicemailPolicy -Product Lync -List HostedVoicemailPolicies -Type ($script:policies + 'HostedVoicemail.HostedVoicemailPolicy')
Add-SimulationSetting -Noun CsArchivingConfiguration -Product Lync -List ArchivingConfigurations -Verb Get, Set -Type ($script:settings + 'Im.ArchivingSettings')
Add-SimulationSetting -Noun CsArchivingPolicy -Product Lync -List ArchivingPolicies -Verb Get, Set -Type ($script:policies + 'Im.ArchivingPolicy')
Add-SimulationSetting -Noun CsUserServicesPolicy -Product Lync -List UserServicesPolicies -Verb Get, Set -Type ($script:policies + 'UserServices.UserServicesPolicy')

$script:behavior['New-CsDialPlan'] = {
    param($call)
    $identity = Get-SimulationIdentity $call.Bound['Identity']
    if ($identity -notmatch '^(Global|Site:|Service:)') { $identity = 'Tag:' + ($identity -replace '^Tag:', '') }
    if (@($call.State.Lync.DialPlans | Where-Object { $_.Identity -eq $identity }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The dial plan "' + $identity + '" already exists.') $identity) }
    if (-not (Test-SimulationProcess $call $identity)) { return }
    $plan = [pscustomobject][ordered]@{ Identity = $identity; SimpleName = ($identity -split ':')[-1]; Description = [string]$call.Bound['Description'] }
    if ($call.Bound['SimpleName']) { $plan.SimpleName = $call.Bound['SimpleName'] }
    Add-SimulationItem $call 'Lync' 'DialPlans' $plan
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $plan
}

# Contacts stand in Active Directory; OcsUmUtil, which has a window and no commands, makes them.
Add-SimulationSetting -Noun CsExUmContact -Product Lync -List ExUmContacts -Key Name -Type 'Microsoft.Rtc.Management.ADConnect.Schema.OCSADExUmContact' -Show {
    param($State, $Item)
    [ordered]@{
        Identity = 'CN=' + $Item.Name + ',OU=Voice,DC=' + ($State.Domain -replace '\.', ',DC='); SipAddress = $Item.SipAddress; AutoAttendant = $Item.AutoAttendant
        IsSubscriberAccess = -not $Item.AutoAttendant; DisplayNumber = $Item.DisplayNumber; RegistrarPool = $Item.RegistrarPool; Enabled = $true
    }
}
