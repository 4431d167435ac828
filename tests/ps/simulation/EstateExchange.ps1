# The Exchange side of the state, made from an estate with the defaults of the products. Must not know of files and of
# what the commands make of the state.

$script:exchangeVersion = @{ '2013' = '15.0.1497.2'; '2016' = '15.1.2507.6'; '2019' = '15.2.1118.7' }

# "2013", or a full version for another build.
function Get-SimulationExchangeVersion {
    param($Server)
    $version = [string](Get-SimulationValue $Server 'version' '2013')
    if ($script:exchangeVersion.ContainsKey($version)) { return $script:exchangeVersion[$version] }
    return $version
}

function Get-SimulationExchangeYear {
    param([string]$Version)
    switch -Wildcard ($Version) {
        '15.0.*' { return '2013' }
        '15.1.*' { return '2016' }
        '15.2.*' { return '2019' }
    }
    throw ('No version of Exchange: ' + $Version)
}

# Exchange 2013 has two roles, later versions one that holds both.
function Get-SimulationRole {
    param($Server)
    if ((Get-SimulationExchangeYear (Get-SimulationExchangeVersion $Server)) -ne '2013') { return , @('Mailbox') }
    return , @(Get-SimulationValue $Server 'roles' @('Mailbox', 'ClientAccess'))
}

function Test-SimulationRole {
    param([string[]]$Roles, [string]$Version, [string]$Role)
    return $Roles -contains $Role -or (Get-SimulationExchangeYear $Version) -ne '2013'
}

function New-SimulationVirtualDirectory {
    param([string]$Server, [string]$Fqdn, [string]$Version, [bool]$BackEnd, $Im)
    $site = 'Default Web Site'
    $number = 1
    if ($BackEnd) { $site = 'Exchange Back End'; $number = 2 }
    return [pscustomobject][ordered]@{
        Name = 'owa (' + $site + ')'; Server = $Server; Fqdn = $Fqdn; Website = $site; BackEnd = $BackEnd; Version = $Version
        MetabasePath = 'IIS://' + $Fqdn + '/W3SVC/' + $number + '/ROOT/owa'
        InternalUrl = 'https://' + $Fqdn + '/owa'; ExternalUrl = $null
        InstantMessagingEnabled = [bool](Get-SimulationValue $Im 'enabled' $true)
        InstantMessagingType = [string](Get-SimulationValue $Im 'type' 'None')
        InstantMessagingServerName = $null; InstantMessagingCertificateThumbprint = $null
    }
}

function New-SimulationServer {
    param($Estate, $Entry)
    $server = $Entry.Value
    return [pscustomobject][ordered]@{
        Name = $Entry.Name; Fqdn = Get-SimulationFqdn $Estate $Entry.Name; Version = Get-SimulationExchangeVersion $server
        Roles = Get-SimulationRole $server; Site = Get-SimulationValue $server 'site' 'Default-First-Site-Name'
        Edition = Get-SimulationValue $server 'edition' 'Enterprise'; Reachable = [bool](Get-SimulationValue $server 'reachable' $true)
    }
}

# The unified messaging service, or, with ports, the call router before it.
function New-SimulationUm {
    param($Estate, $Entry, [switch]$Router)
    $um = [ordered]@{
        Name = $Entry.Name; Fqdn = Get-SimulationFqdn $Estate $Entry.Name
        DialPlans = @(Get-SimulationValue $Entry.Value 'dialPlans' @()); UMStartupMode = Get-SimulationValue $Entry.Value 'umStartupMode' 'Dual'; MaxCallsAllowed = 100
    }
    if ($Router) { $um['SipTcpListeningPort'] = 5060; $um['SipTlsListeningPort'] = 5061 } else { $um['Status'] = 'Enabled' }
    return [pscustomobject]$um
}

function New-SimulationMailbox {
    param($Estate, $Entry)
    $address = $Entry.Name + '@' + $Estate.domain
    $sip = Get-SimulationValue $Entry.Value 'sip' ('sip:' + $address)
    $addresses = @('SMTP:' + $address)
    if ($sip) { $addresses += $sip }
    return [pscustomobject][ordered]@{
        Name = $Entry.Name; Server = $Entry.Value.server; PrimarySmtpAddress = $address; EmailAddresses = $addresses
        OWAEnabled = [bool](Get-SimulationValue $Entry.Value 'owa' $true); OwaMailboxPolicy = Get-SimulationValue $Entry.Value 'policy'
    }
}

function New-SimulationOverride {
    param($Entry)
    $parameters = @(foreach ($pair in $Entry.Value.parameters.PSObject.Properties) { $pair.Name + '=' + (Expand-SimulationThumbprint $pair.Value) })
    return [pscustomobject][ordered]@{
        Name = $Entry.Name; ComponentName = 'OwaServer'; SectionName = 'IMSettings'; Parameters = $parameters
        Server = @(Get-SimulationValue $Entry.Value 'server' @()); MinVersion = Get-SimulationValue $Entry.Value 'minVersion'
        MaxVersion = Get-SimulationValue $Entry.Value 'maxVersion'; Reason = 'Configure IM'; ModifiedBy = 'Administrator'
    }
}

function New-SimulationPolicy {
    param($Entry)
    return [pscustomobject][ordered]@{
        Name = $Entry.Name; IsDefault = $Entry.Name -eq 'Default'
        InstantMessagingEnabled = [bool](Get-SimulationValue $Entry.Value 'enabled' $true)
        InstantMessagingType = [string](Get-SimulationValue $Entry.Value 'type' 'None')
    }
}

function New-SimulationExchange {
    param($Estate)
    $exchange = $Estate.exchange
    $entries = @(Get-SimulationEntry $exchange 'servers')
    $servers = @(foreach ($entry in $entries) { New-SimulationServer $Estate $entry })
    $directories = @(foreach ($entry in $entries) {
        $server = $servers | Where-Object { $_.Name -eq $entry.Name }
        if (Test-SimulationRole $server.Roles $server.Version 'ClientAccess') { New-SimulationVirtualDirectory $server.Name $server.Fqdn $server.Version $false (Get-SimulationValue $entry.Value 'frontEndIm') }
        if ($server.Roles -contains 'Mailbox') { New-SimulationVirtualDirectory $server.Name $server.Fqdn $server.Version $true (Get-SimulationValue $entry.Value 'backEndIm' ([pscustomobject]@{ enabled = $false })) }
    })
    # Unified messaging ended with Exchange 2016; its two services are one for each role.
    $um = @($entries | Where-Object { (Get-SimulationExchangeYear (Get-SimulationExchangeVersion $_.Value)) -ne '2019' })
    return [pscustomobject][ordered]@{
        Servers = $servers
        VirtualDirectories = $directories
        Policies = @(foreach ($entry in Get-SimulationEntry $exchange 'policies') { New-SimulationPolicy $entry })
        Overrides = @(foreach ($entry in Get-SimulationEntry $exchange 'overrides') { New-SimulationOverride $entry })
        DialPlans = @(foreach ($entry in Get-SimulationEntry $exchange 'dialPlans') { [pscustomobject][ordered]@{ Name = $entry.Name; URIType = Get-SimulationValue $entry.Value 'uri' 'SipName'; VoIPSecurity = 'Secured'; NumberOfDigitsInExtension = 4 } })
        UmServices = @(foreach ($entry in $um) { if ((Get-SimulationRole $entry.Value) -contains 'Mailbox') { New-SimulationUm $Estate $entry } })
        CallRouters = @(foreach ($entry in $um) { if (Test-SimulationRole (Get-SimulationRole $entry.Value) (Get-SimulationExchangeVersion $entry.Value) 'ClientAccess') { New-SimulationUm $Estate $entry -Router } })
        Dags = @(foreach ($entry in Get-SimulationEntry $exchange 'dags') { [pscustomobject][ordered]@{ Name = $entry.Name; Servers = @($entry.Value); WitnessServer = 'fs01.' + $Estate.domain } })
        Mailboxes = @(foreach ($entry in Get-SimulationEntry $exchange 'mailboxes') { New-SimulationMailbox $Estate $entry })
        AuthConfig = [pscustomobject]@{ CurrentCertificateThumbprint = Get-SimulationThumbprint 'auth'; PreviousCertificateThumbprint = $null; NextCertificateThumbprint = $null }
        Organization = [pscustomobject]@{ Name = 'Contoso'; OAuth2ClientProfileEnabled = $false }
    }
}
