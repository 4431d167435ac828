# Facts about users that were asked for, in both shells: few queries for many users, never one for each. Reads only.

# So many users go into one query: the filter of a query has a limit, and 20 addresses stay far below it.
$script:UcUsersPerQuery = 20

# The addresses as they were meant: without blanks and sip:.
function Get-UcUserName {
    param([string[]]$User)
    foreach ($one in $User) {
        $name = $one.Trim() -replace '^(?i)(sip|smtp):', ''
        if ($name) { $name }
    }
}

# One term of a filter. An asterisk is a wildcard for the products as well; quotes are doubled, so that an address
# stays one text.
function Format-UcFilterTerm {
    param([string]$Property, [string]$Value)
    $operator = '-eq'
    if ($Value.Contains('*')) { $operator = '-like' }
    return $Property + ' ' + $operator + " '" + ($Value -replace '[\u0027\u2018-\u201b]', '$0$0') + "'"
}

# The filters that find these users. Term: property and prefix pairs, such as 'SipAddress sip:'.
function Get-UcUserFilter {
    param([string[]]$User, [string[]]$Term)
    for ($from = 0; $from -lt $User.Count; $from += $script:UcUsersPerQuery) {
        $last = [Math]::Min($from + $script:UcUsersPerQuery, $User.Count) - 1
        $terms = foreach ($name in $User[$from..$last]) {
            foreach ($one in $Term) {
                $property, $prefix = $one.Split(' ')
                Format-UcFilterTerm -Property $property -Value ($prefix + $name)
            }
        }
        @($terms) -join ' -or '
    }
}

# The users of a query, for all users or for those that were asked for, each once.
function Get-UcUserAnswer {
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter, [string[]]$Term)
    if ($Context.AllUsers) { return Get-UcAnswer $Context $Command $Parameter }
    foreach ($filter in (Get-UcUserFilter -User $Context.User -Term $Term)) {
        $arguments = $Parameter.Clone()
        $arguments['Filter'] = $filter
        Get-UcAnswer $Context $Command $arguments
    }
}

# Keeps a failure for each user that was asked for by a full address and not found: asked and missing is not the same
# as never asked. Found: all addresses of those who were found.
function Add-UcMissingUser {
    param([hashtable]$Context, [System.Collections.Generic.HashSet[string]]$Found, [string]$Command)
    if (-not $Context.Answered) { return }
    foreach ($name in $Context.User) {
        if ($name.Contains('*') -or $Found.Contains($name)) { continue }
        Add-UcFailure -Context $Context -Target $name -Cause (Get-UcText -Key 'Fact_UserMissing' -Values $Command)
    }
}

# An empty set of addresses, without regard to case.
function New-UcAddressSet {
    return , (New-Object 'System.Collections.Generic.HashSet[string]' ([StringComparer]::OrdinalIgnoreCase))
}

# Adds the addresses of an object to the set. Answers whether the object is new, by its first address.
function Add-UcAddress {
    param([System.Collections.Generic.HashSet[string]]$Found, [System.Collections.Generic.HashSet[string]]$Seen, [string[]]$Address)
    foreach ($one in $Address) {
        if ($one) { [void]$Found.Add(($one -replace '^(?i)(sip|smtp):', '')) }
    }
    return $Seen.Add($Address[0])
}

# The users of one section: each object once, as Read makes a record of it. Read is called with the object and its
# addresses (EmailAddresses). ReportMissing: the answer has all addresses by which a user can be asked for.
function Get-UcUserRecord {
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter, [string[]]$Term, [switch]$ReportMissing, [scriptblock]$Read)
    $found = New-UcAddressSet
    $seen = New-UcAddressSet
    foreach ($user in (Get-UcUserAnswer -Context $Context -Command $Command -Parameter $Parameter -Term $Term)) {
        $addresses = ConvertTo-UcList (Get-UcMember $user 'EmailAddresses')
        $record = & $Read $user $addresses
        $others = @('sipAddress', 'mail' | ForEach-Object { $record[$_] })
        if (Add-UcAddress -Found $found -Seen $seen -Address (@($record['identity']) + $addresses + $others)) { $record }
    }
    if ($ReportMissing -and -not $Context.AllUsers) { Add-UcMissingUser -Context $Context -Found $found -Command $Command }
}

Add-UcSection -Path 'exchange.mailboxes' -Text 'Get-Mailbox' -Command 'Get-Mailbox' -ForUser -Read {
    param($Context)
    Get-UcUserRecord -Context $Context -Command 'Get-Mailbox' -Parameter @{ ResultSize = 'Unlimited' } -Term 'EmailAddresses', 'EmailAddresses sip:' -ReportMissing -Read {
        param($Mailbox, $Addresses)
        $record = ConvertTo-UcRecord $Mailbox 'identity PrimarySmtpAddress Text!', 'displayName DisplayName Text', 'server ServerName Text', 'version AdminDisplayVersion Text'
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
