# Facts of the Lync shell: Enterprise Voice. Reads only.

Add-UcSection -Path 'lync.dialPlans' -Text 'Get-CsDialPlan' -Command 'Get-CsDialPlan' -Read {
    param($Context)
    foreach ($plan in (Get-UcAnswer $Context 'Get-CsDialPlan')) { ConvertTo-UcRecord $plan 'identity Identity Text!', 'simpleName SimpleName Text' }
}

Add-UcSection -Path 'lync.mediaConfigurations' -Text 'Get-CsMediaConfiguration' -Command 'Get-CsMediaConfiguration' -Read {
    param($Context)
    foreach ($configuration in (Get-UcAnswer $Context 'Get-CsMediaConfiguration')) { ConvertTo-UcRecord $configuration 'identity Identity Text!', 'encryptionLevel EncryptionLevel Text' }
}

Add-UcSection -Path 'lync.voicePolicies' -Text 'Get-CsVoicePolicy' -Command 'Get-CsVoicePolicy' -Read {
    param($Context)
    foreach ($policy in (Get-UcAnswer $Context 'Get-CsVoicePolicy')) { ConvertTo-UcRecord $policy 'identity Identity Text!', 'pstnUsages PstnUsages List' }
}

Add-UcSection -Path 'lync.voiceRoutes' -Text 'Get-CsVoiceRoute' -Command 'Get-CsVoiceRoute' -Read {
    param($Context)
    foreach ($route in (Get-UcAnswer $Context 'Get-CsVoiceRoute')) { ConvertTo-UcRecord $route 'identity Identity Text!', 'pstnUsages PstnUsages List', 'pstnGateways PstnGatewayList List' }
}

Add-UcSection -Path 'lync.umContacts' -Text 'Get-CsExUmContact' -Command 'Get-CsExUmContact' -Read {
    param($Context)
    foreach ($contact in (Get-UcAnswer $Context 'Get-CsExUmContact')) {
        $record = ConvertTo-UcRecord $contact 'identity Identity Text!', 'sipAddress SipAddress Text', 'autoAttendant AutoAttendant Bool', 'displayNumber DisplayNumber Text', 'registrarPool RegistrarPool Text'
        if ($record.Contains('sipAddress')) { $record['sipAddress'] = $record['sipAddress'] -replace '^(?i)sip:', '' }
        $record
    }
}
