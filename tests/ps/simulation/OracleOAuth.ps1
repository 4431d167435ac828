# Whether the servers of both products accept each other's tokens, as the products would have it. It must not know the
# rules and the plans whose work it proves or disproves.

# What keeps a certificate from signing tokens on a machine.
function Get-SimulationTokenFault {
    param($State, $Machine, [string]$Thumbprint)
    $certificate = $Machine.Certificates | Where-Object { $_.Thumbprint -eq $Thumbprint }
    if ($null -eq $certificate) { return $Machine.Name + ' has no certificate ' + $Thumbprint + '.' }
    if (-not $certificate.HasPrivateKey) { $Machine.Name + ' has no private key for ' + $Thumbprint + '.' }
    if ((Get-SimulationCertificateStatus $State $certificate) -ne 'Valid') { 'The certificate ' + $Thumbprint + ' is not valid today.' }
    if ($certificate.PublicKeySize -lt 2048) { 'The key of ' + $Thumbprint + ' is too short.' }
}

$script:noIssuer = 'Lync has no certificate for tokens.'

# What comes from the document for Outlook instead of the service.
$script:noService = 'The content type text/html of the response message does not match the content type of the binding (text/xml; charset=utf-8). The first 574 bytes of the response were: <html>.'

# The certificates with which both sides sign.
function Get-SimulationSigningFault {
    param($State)
    foreach ($server in $State.Exchange.Servers | Where-Object { Test-SimulationBackEnd $_ }) {
        Get-SimulationTokenFault $State (Get-SimulationMachine $State $server.Fqdn) $State.Exchange.AuthConfig.CurrentCertificateThumbprint
    }
    $issuer = $State.Lync.Certificates | Where-Object { $_.Use -eq 'OAuthTokenIssuer' }
    if ($null -eq $issuer) { return $script:noIssuer }
    $holders = @($State.Machines | Where-Object { $_.Product -eq 'Lync' -and @($_.Certificates | Where-Object { $_.Thumbprint -eq $issuer.Thumbprint }).Count -gt 0 })
    if ($holders.Count -eq 0) { return 'No computer of Lync has the certificate ' + $issuer.Thumbprint + '.' }
    Get-SimulationTokenFault $State $holders[0] $issuer.Thumbprint
    $certificate = $holders[0].Certificates | Where-Object { $_.Thumbprint -eq $issuer.Thumbprint }
    $domain = $State.Lync.SipDomains[0]
    if (-not $certificate.Subject.Contains($domain)) { 'The certificate for tokens of Lync does not name ' + $domain + '.' }
}

# One side knows the other as an application, by a document that it can read.
function Get-SimulationPartnerFault {
    param($State, [object[]]$Known, [string]$Application, [string]$Property, [string]$Side)
    $partner = @($Known | Where-Object { $_.ApplicationIdentifier -eq $Application -and $_.Enabled })
    if ($partner.Count -ne 1) { return $Side + ' has ' + $partner.Count + ' partner applications ' + $Application + '.' }
    if ((Get-SimulationMetadataApplication $State ([string]$partner[0].$Property)) -ne $Application) { $Side + ' cannot read ' + $partner[0].$Property + '.' }
    if ($Side -eq 'Lync' -and $partner[0].ApplicationTrustLevel -ne 'Full') { 'Lync does not trust ' + $partner[0].Identity + ' fully.' }
}

# Clients find autodiscover.
function Get-SimulationAutodiscoverFault {
    param($State)
    foreach ($server in $State.Exchange.ClientAccess) {
        if (-not $server.AutoDiscoverServiceInternalUri) { $server.Name + ' has no address of autodiscover.' }
    }
}

# Lync finds autodiscover.
function Get-SimulationLyncAutodiscoverFault {
    param($State)
    $configuration = $State.Lync.OAuthConfigurations[0]
    $url = [string]$configuration.ExchangeAutodiscoverUrl
    if ($url -like 'https://*/autodiscover/autodiscover.xml') { return $script:noService }
    if ($url -notlike 'https://*/autodiscover/autodiscover.svc') { return 'Lync does not know autodiscover.' }
    try { $status = @(Get-SimulationWebAnswer $State $url)[0] } catch [System.Net.WebException] { $status = 0 }
    if ($status -eq 302) {
        # Mailboxes are in the cloud: Lync follows only where it may.
        $allowed = @(([string]$configuration.ExchangeAutodiscoverAllowedDomains).Split(';') | ForEach-Object { $_.Trim() } | Where-Object { $_ -and 'autodiscover-s.outlook.com' -like $_ })
        if ($allowed.Count -eq 0) { 'The redirect to https://autodiscover-s.outlook.com/autodiscover/autodiscover.svc is not allowed.' }
        return
    }
    if ($status -notin 200, 401) { $url + ' does not serve.' }
}

# What Exchange knows of Lync: the application, and the name that Lync gives itself.
function Get-SimulationLyncNameFault {
    param($State)
    Get-SimulationPartnerFault $State $State.Exchange.PartnerApplications $script:lyncApplication 'AuthMetadataUrl' 'Exchange'
    if ($State.Lync.OAuthConfigurations[0].ServiceName -ne $script:lyncApplication) { 'Lync calls itself ' + $State.Lync.OAuthConfigurations[0].ServiceName + '.' }
}

# What keeps Lync from the mailbox of a user, in the order in which it would meet it, as the error says it; nothing if the
# way is free. Where clients look and how far Lync trusts Exchange are no part of this way.
function Get-SimulationStorageFault {
    param($State)
    $exchange = Get-SimulationMachine $State @($State.Exchange.Servers | Where-Object { (Get-SimulationExchangeYear $_.Version) -ne '2010' })[0].Fqdn
    foreach ($lync in $State.Machines | Where-Object { $_.Product -eq 'Lync' }) {
        if (@(Get-SimulationProtocolFault $lync $exchange).Count -gt 0) { return 'The request was aborted: Could not create SSL/TLS secure channel.' }
    }
    foreach ($fault in Get-SimulationLyncAutodiscoverFault $State) { return 'The storage service did not find the mailbox by autodiscover. ' + $fault }
    $known = @($State.Lync.PartnerApplications | Where-Object { $_.ApplicationIdentifier -eq $script:exchangeApplication -and $_.Enabled })
    if ($known.Count -eq 0) { return 'The storage service has no token for Exchange. Lync does not know the application ' + $script:exchangeApplication + '.' }
    foreach ($fault in @(Get-SimulationSigningFault $State) + @(Get-SimulationLyncNameFault $State)) {
        if ($fault -eq $script:noIssuer) { return 'The storage service has no token for Exchange. ' + $fault }
        return 'The storage service was refused: 401 Unauthorized. ' + $fault
    }
    foreach ($fault in @(Get-SimulationAccountFault $State)) { return 'The storage service was refused: 403 Forbidden. ' + $fault }
}

# An application without an account has no rights.
function Get-SimulationAccountFault {
    param($State)
    foreach ($partner in $State.Exchange.PartnerApplications | Where-Object { $_.ApplicationIdentifier -eq $script:lyncApplication -and $_.Enabled }) {
        if (-not $partner.LinkedAccount) { $partner.Name + ' has no linked account.' }
    }
}

# Everything that keeps tokens from being accepted, as sentences.
function Get-SimulationOAuthFault {
    param($State)
    Get-SimulationSigningFault $State
    Get-SimulationAutodiscoverFault $State
    Get-SimulationLyncAutodiscoverFault $State
    Get-SimulationLyncNameFault $State
    Get-SimulationAccountFault $State
    foreach ($server in $State.Exchange.Servers | Where-Object { (Get-SimulationExchangeYear $_.Version) -ne '2010' }) {
        foreach ($lync in $State.Machines | Where-Object { $_.Product -eq 'Lync' }) { Get-SimulationProtocolFault (Get-SimulationMachine $State $server.Fqdn) $lync }
    }
    Get-SimulationPartnerFault $State $State.Lync.PartnerApplications $script:exchangeApplication 'MetadataUrl' 'Lync'
}
