# Facts about users that were asked for, in both shells: few queries for many users, never one for each. Reads only.

Add-UcSection -Path 'exchange.mailboxes' -Text 'Get-Mailbox' -Command 'Get-Mailbox' -ForUser -Read {
    param($Context)
    Get-UcUserRecord -Context $Context -Command 'Get-Mailbox' -Parameter @{ ResultSize = 'Unlimited' } -Term 'EmailAddresses', 'EmailAddresses sip:' -ReportMissing -Read {
        param($Mailbox, $Addresses)
        $record = ConvertTo-UcRecord $Mailbox 'identity PrimarySmtpAddress Text!', 'displayName DisplayName Text', 'server ServerName Text', 'version AdminDisplayVersion Version'
        if ($null -ne (Get-UcMember $Mailbox 'EmailAddresses')) {
            $record['sipAddresses'] = @($Addresses | Where-Object { $_ -match '^(?i)sip:' } | ForEach-Object { $_.Substring(4) })
        }
        $record
    }
}

Add-UcSection -Path 'exchange.clientMailboxes' -Text 'Get-CASMailbox' -Command 'Get-CASMailbox' -ForUser -Read {
    param($Context)
    Get-UcUserRecord -Context $Context -Command 'Get-CASMailbox' -Parameter @{ ResultSize = 'Unlimited' } -Term 'EmailAddresses', 'EmailAddresses sip:' -Read {
        param($Mailbox)
        ConvertTo-UcRecord $Mailbox 'identity PrimarySmtpAddress Text!', 'owaEnabled OWAEnabled Bool', 'owaMailboxPolicy OwaMailboxPolicy Name?'
    }
}

# What of the unified messaging of a mailbox goes into a fact.
$script:UcUmMailboxMap = @(
    'identity PrimarySmtpAddress Text!', 'enabled UMEnabled Bool', 'mailboxPolicy UMMailboxPolicy Name', 'dialPlan UMDialPlan Name',
    'sipResourceIdentifier SIPResourceIdentifier Text', 'faxEnabled FaxEnabled Bool'
)

Add-UcSection -Path 'exchange.umMailboxes' -Text 'Get-UMMailbox' -Command 'Get-UMMailbox' -Until '15.1' -ForUser -Read {
    param($Context)
    Get-UcUserRecord -Context $Context -Command 'Get-UMMailbox' -Parameter @{ ResultSize = 'Unlimited' } -Term 'EmailAddresses', 'EmailAddresses sip:' -Read {
        param($Mailbox, $Addresses)
        $record = ConvertTo-UcRecord $Mailbox $script:UcUmMailboxMap
        if ($null -ne (Get-UcMember $Mailbox 'EmailAddresses')) {
            $record['eumAddresses'] = @($Addresses | Where-Object { $_ -match '^(?i)eum:' } | ForEach-Object { $_.Substring(4) })
        }
        $record
    }
}

# What of a user of Lync goes into a fact.
$script:UcLyncUserMap = @(
    'identity Identity Text!', 'sipAddress SipAddress Text', 'enabled Enabled Bool', 'registrarPool RegistrarPool Text', 'mail WindowsEmailAddress Text',
    'enterpriseVoiceEnabled EnterpriseVoiceEnabled Bool', 'lineUri LineURI Text?', 'dialPlan DialPlan Text?', 'voicePolicy VoicePolicy Text?',
    'hostedVoiceMail HostedVoiceMail Bool', 'externalAccessPolicy ExternalAccessPolicy Text?', 'exchangeArchivingPolicy ExchangeArchivingPolicy Text'
)

Add-UcSection -Path 'lync.users' -Text 'Get-CsUser' -Command 'Get-CsUser' -ForUser -Read {
    param($Context)
    Get-UcUserRecord -Context $Context -Command 'Get-CsUser' -Parameter @{} -Term 'SipAddress sip:', 'WindowsEmailAddress' -ReportMissing -Read {
        param($User)
        $record = ConvertTo-UcRecord $User $script:UcLyncUserMap
        if ($record['sipAddress']) {
            $record['sipAddress'] = $record['sipAddress'] -replace '^(?i)sip:', ''
            $record['identity'] = $record['sipAddress']
        }
        $record
    }
}
