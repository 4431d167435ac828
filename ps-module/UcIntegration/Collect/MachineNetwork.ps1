# Facts of the machine: what names resolve to, what web services answer, its forest and its firewall. Reads only.
# Which names and addresses are asked follows from the facts that were collected before, in this order of sections.

# What earlier sections of this collection told; nothing if they did not.
function Get-UcKnownFact {
    param([hashtable]$Context, [string]$Path)
    $fact = $Context.Known[$Path]
    if ($null -ne $fact -and $fact.Contains('values')) { return $fact['values'] }
}

# The hosts of autodiscover that the servers and Lync name.
function Get-UcAutodiscoverHost {
    param([hashtable]$Context)
    $urls = @(Get-UcKnownFact $Context 'exchange.clientAccessServices' | ForEach-Object { $_['autodiscoverUri'] })
    $urls += @(Get-UcKnownFact $Context 'lync.oAuthConfiguration' | ForEach-Object { $_['exchangeAutodiscoverUrl'] })
    $hosts = foreach ($url in $urls) {
        $uri = $null
        if ($url -and [uri]::TryCreate($url, [System.UriKind]::Absolute, [ref]$uri)) { $uri.Host.ToLowerInvariant() }
    }
    return @($hosts | Select-Object -Unique)
}

# The questions to DNS: texts "type name".
function Get-UcDnsQuestion {
    param([hashtable]$Context)
    foreach ($name in (Get-UcAutodiscoverHost $Context)) { "A $name" }
    foreach ($server in (Get-UcKnownFact $Context 'exchange.servers')) { if ($server['fqdn']) { 'A ' + $server['fqdn'].ToLowerInvariant() } }
    foreach ($domain in (Get-UcKnownFact $Context 'lync.sipDomains')) { 'SRV _sipfederationtls._tcp.' + $domain['name'].ToLowerInvariant() }
}

# The addresses of a name.
function Resolve-UcHost {
    param([string]$Name)
    try {
        return , @([System.Net.Dns]::GetHostAddresses($Name) | ForEach-Object { $_.ToString() } | Sort-Object)
    } catch {
        $cause = $_.Exception.GetBaseException()
        # No such name is an answer, not a failure.
        if ($cause -is [System.Net.Sockets.SocketException] -and 'HostNotFound', 'NoData' -contains [string]$cause.SocketErrorCode) { return , @() }
        throw
    }
}

# The targets of a service record. Windows Server 2008 R2 has no cmdlet for it.
function Resolve-UcService {
    param([string]$Name)
    if ($null -eq (Get-Command -Name 'Resolve-DnsName' -ErrorAction Ignore)) {
        throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_CommandMissing' -Values 'Resolve-DnsName'))
    }
    try {
        $answers = @(Resolve-DnsName -Name $Name -Type SRV -DnsOnly -ErrorAction Stop)
    } catch {
        if ($_.FullyQualifiedErrorId -match 'DNS_ERROR_RCODE_NAME_ERROR|DNS_INFO_NO_RECORDS') { return , @() }
        throw
    }
    $records = $answers | Where-Object { [string](Get-UcMember $_ 'Type') -eq 'SRV' }
    return , @($records | ForEach-Object { '{0}:{1}' -f $_.NameTarget, $_.Port } | Sort-Object)
}

Add-UcSection -Path 'machine.dns' -Text 'Resolve-DnsName' -Read {
    param($Context)
    foreach ($question in (Get-UcDnsQuestion $Context | Select-Object -Unique)) {
        $type, $name = $question.Split(' ')
        $record = [ordered]@{ name = $name; type = $type }
        try {
            if ($type -eq 'SRV') { $record['answers'] = Resolve-UcService -Name $name } else { $record['answers'] = Resolve-UcHost -Name $name }
        } catch {
            $record['error'] = Format-UcCause $_
        }
        $record
    }
}

# The addresses of web services to look at: autodiscover and the metadata documents of both sides.
function Get-UcWebQuestion {
    param([hashtable]$Context)
    foreach ($name in (Get-UcAutodiscoverHost $Context)) {
        "https://$name/autodiscover/autodiscover.svc"
        "https://$name/autodiscover/metadata/json/1"
    }
    foreach ($application in (Get-UcKnownFact $Context 'exchange.partnerApplications')) { $application['authMetadataUrl'] }
    foreach ($application in (Get-UcKnownFact $Context 'lync.partnerApplications')) { $application['metadataUrl'] }
    foreach ($pool in (Get-UcKnownFact $Context 'lync.pools')) {
        if (@($pool['services']) -match '^Registrar:') { 'https://' + $pool['fqdn'].ToLowerInvariant() + '/metadata/json/1' }
    }
}

# What a GET without credentials answers: the status and the beginning of the body. A refusal is an answer as well.
function Get-UcWebResponse {
    param([string]$Url)
    $request = [System.Net.WebRequest]::Create($Url)
    $request.Timeout = 10000
    $request.AllowAutoRedirect = $false
    try {
        $response = $request.GetResponse()
    } catch {
        $cause = $_.Exception.GetBaseException()
        while ($null -ne $cause -and $cause -isnot [System.Net.WebException]) { $cause = $cause.InnerException }
        $response = Get-UcMember $cause 'Response'
        if ($null -eq $response) { throw }
    }
    try {
        $reader = New-Object System.IO.StreamReader ($response.GetResponseStream())
        $buffer = New-Object char[] 64
        $count = $reader.ReadBlock($buffer, 0, 64)
        return [int]$response.StatusCode, (-join $buffer[0..([Math]::Max($count - 1, 0))])
    } finally {
        $response.Close()
    }
}

Add-UcSection -Path 'machine.webAnswers' -Text '[System.Net.WebRequest]::Create()' -Read {
    param($Context)
    foreach ($url in (Get-UcWebQuestion $Context | Where-Object { $_ -match '^https?://' } | Select-Object -Unique)) {
        $record = [ordered]@{ url = $url }
        try {
            $status, $body = Get-UcWebResponse -Url $url
            $record['status'] = $status
            $record['json'] = $body.TrimStart().StartsWith('{')
        } catch {
            $record['error'] = Format-UcCause $_
        }
        $record
    }
}

# The forest of this machine; a machine without one has no answer, which is an error of the question.
function Get-UcForest {
    return [System.DirectoryServices.ActiveDirectory.Forest]::GetCurrentForest()
}

Add-UcSection -Path 'machine.forest' -Text '[System.DirectoryServices.ActiveDirectory.Forest]::GetCurrentForest()' -Read {
    param($Context)
    $forest = Get-UcForest
    $record = [ordered]@{ name = [string]$forest.Name }
    $record['trusts'] = @(foreach ($trust in $forest.GetAllTrustRelationships()) {
        [ordered]@{ forest = [string]$trust.TargetName; direction = [string]$trust.TrustDirection }
    })
    try {
        [void]$forest.Schema.FindProperty('msRTCSIP-Line')
        $record['hasSipLine'] = $true
    } catch {
        $name = $_.Exception.GetBaseException().GetType().Name
        if ($name -eq 'ActiveDirectoryObjectNotFoundException') { $record['hasSipLine'] = $false }
    }
    $record
}

# The rules of Windows Firewall, by the interface that every version of Windows has.
function Get-UcFirewallRule {
    return (New-Object -ComObject HNetCfg.FwPolicy2).Rules
}

# Those for incoming traffic of unified messaging.
Add-UcSection -Path 'machine.firewallRules' -Text 'netsh advfirewall firewall show rule' -Read {
    param($Context)
    if (-not $Context.InstallPath) { return }
    foreach ($rule in (Get-UcFirewallRule)) {
        if ($rule.Direction -ne 1 -or $rule.Name -notmatch '(?i)MSExchange(UM|\s*-?\s*UM)|UMCallRouter|UMService|UMWorkerProcess|SESWorker') { continue }
        [ordered]@{ name = [string]$rule.Name; enabled = [bool]$rule.Enabled; allow = $rule.Action -eq 1 }
    }
}
