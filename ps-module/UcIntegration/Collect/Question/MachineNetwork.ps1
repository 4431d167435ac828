# Facts of the machine: what names resolve to, what web services answer, its forest and its firewall. Reads only.
# Which names and addresses are asked follows from the facts that were collected before, in this order of sections.

Add-UcSection -Path 'machine.dns' -Text 'Resolve-DnsName' -Read {
    param($Context)
    foreach ($question in (Get-UcDnsQuestion $Context | Select-Object -Unique)) {
        $type, $name = $question.Split(' ')
        $record = [ordered]@{ name = $name; type = $type }
        try {
            if ($type -eq 'SRV') { $record['answers'] = Resolve-UcDnsSrvRecord -Name $name } else { $record['answers'] = Resolve-UcHost -Name $name }
        } catch {
            $record['error'] = Format-UcCause $_
        }
        $record
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

# Those for incoming traffic of unified messaging.
Add-UcSection -Path 'machine.firewallRules' -Text 'netsh advfirewall firewall show rule' -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    foreach ($rule in (Get-UcFirewallRule)) {
        if ($rule.Direction -ne 1 -or $rule.Name -notmatch '(?i)MSExchange(UM|\s*-?\s*UM)|UMCallRouter|UMService|UMWorkerProcess|SESWorker') { continue }
        [ordered]@{ name = [string]$rule.Name; enabled = [bool]$rule.Enabled; allow = $rule.Action -eq 1 }
    }
}
