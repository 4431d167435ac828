# What the network answers: names, web services, the forest and the firewall of a machine. Must not change anything.

# The answers to a question of DNS; an empty list where there is no such name.
function Get-SimulationDnsAnswer {
    param($State, [string]$Name)
    foreach ($record in $State.Network.Dns) { if ($record.Name -eq $Name) { return @($record.Answers) } }
    return @()
}

function Resolve-SimulationName {
    param([Parameter(Mandatory = $true)][string]$Name)
    return , @(Get-SimulationDnsAnswer (Get-SimulationLook) $Name)
}

# The machine behind a name: its own, or one of another name with its address.
function Get-SimulationWebMachine {
    param($State, [string]$Name)
    $addresses = @(Get-SimulationDnsAnswer $State $Name)
    foreach ($machine in $State.Machines) {
        if (@(Get-SimulationDnsAnswer $State $machine.Fqdn | Where-Object { $addresses -contains $_ }).Count -gt 0) { return $machine }
    }
}

# What a machine of this product serves below a path, as status and body.
function Get-SimulationPage {
    param($Machine, [string]$Path)
    $metadata = '{"id":"00000000-0000-0000-0000-000000000000","version":"1.0","serviceName":"' + $Machine.Product + '"}'
    switch ($Machine.Product + ' ' + $Path.ToLowerInvariant()) {
        'Exchange /autodiscover/autodiscover.svc' { return 401, '' }
        'Exchange /autodiscover/autodiscover.xml' { return 401, '' }
        'Exchange /autodiscover/metadata/json/1' { return 200, $metadata }
        'Lync /metadata/json/1' { return 200, $metadata }
    }
    return 404, '<html></html>'
}

function Get-SimulationWebAnswer {
    param($State, [string]$Url)
    $said = $State.Network.Web | Where-Object { $_.Url -eq $Url }
    if ($null -ne $said) { return $said.Status, '<html></html>' }
    $uri = [uri]$Url
    if (@(Get-SimulationDnsAnswer $State $uri.Host).Count -eq 0) { throw (New-Object System.Net.WebException "The remote name could not be resolved: '$($uri.Host)'") }
    $machine = Get-SimulationWebMachine $State $uri.Host
    $service = @($machine | Where-Object { $null -ne $_ } | ForEach-Object { $_.Services } | Where-Object { $_.Name -eq 'W3SVC' -and $_.Status -eq 'Running' })
    if ($service.Count -eq 0) { throw (New-Object System.Net.WebException 'Unable to connect to the remote server') }
    return Get-SimulationPage $machine $uri.AbsolutePath
}

# The status and the beginning of the body of what an address answers.
function Get-SimulationWebResponse {
    param([Parameter(Mandatory = $true)][string]$Url)
    return Get-SimulationWebAnswer (Get-SimulationLook) $Url
}

# Which application a metadata document describes; nothing where it cannot be downloaded.
function Get-SimulationMetadataApplication {
    param($State, [string]$Url)
    try { $status, $body = Get-SimulationWebAnswer $State $Url } catch [System.Net.WebException] { return }
    if ($status -ne 200 -or -not $body.StartsWith('{')) { return }
    if ($body.Contains('"Exchange"')) { return $script:exchangeApplication }
    return $script:lyncApplication
}

# The forest, with the members of the class of .NET that are looked at.
function Get-SimulationForest {
    $forest = (Get-SimulationLook).Network.Forest
    $schema = New-Object PSObject -Property @{ HasSipLine = $forest.HasSipLine }
    Add-Member -InputObject $schema -MemberType ScriptMethod -Name FindProperty -Value {
        param($name)
        if (-not $this.HasSipLine) { throw (New-Object System.DirectoryServices.ActiveDirectory.ActiveDirectoryObjectNotFoundException $name) }
        return $name
    }
    $trusts = @($forest.Trusts | ForEach-Object { New-Object PSObject -Property @{ TargetName = $_; TrustDirection = 'Bidirectional' } })
    $object = New-Object PSObject -Property @{ Name = $forest.Name; Schema = $schema; Trusts = $trusts }
    return Add-Member -InputObject $object -MemberType ScriptMethod -Name GetAllTrustRelationships -Value { $this.Trusts } -PassThru
}

# The rules of Windows Firewall, as its interface shows them: 1 is incoming, and 1 allows.
function Get-SimulationFirewallRule {
    $machine = Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer
    foreach ($rule in $machine.FirewallRules) { New-Object PSObject -Property @{ Name = $rule.Name; Enabled = $rule.Enabled; Direction = 1; Action = [int]$rule.Allow } }
}

# A certificate of this machine by its thumbprint, with what no simulated store shows: the key, and the root.
function Get-SimulationCertificate {
    param([Parameter(Mandatory = $true)][string]$Thumbprint)
    $machine = Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer
    foreach ($certificate in @($machine.Certificates | Where-Object { $_.Thumbprint -eq $Thumbprint })) {
        $root = @($machine.Roots | Where-Object { $_.Subject -eq $certificate.Issuer } | ForEach-Object { $_.Thumbprint })
        if ($certificate.IsSelfSigned) { $root = @($certificate.Thumbprint) }
        New-Object PSObject -Property @{ HasPrivateKey = $certificate.HasPrivateKey; IsCngKey = $certificate.IsCngKey; PublicKeySize = $certificate.PublicKeySize; SignatureAlgorithm = $certificate.SignatureAlgorithm; Root = [string]($root | Select-Object -First 1) }
    }
}
