# The Exchange side of the state, made from an estate with the defaults of the products. Must not know of files and of
# what the commands make of the state.

$script:exchangeVersion = @{ '2010' = '14.3.513.0'; '2013' = '15.0.1497.2'; '2016' = '15.1.2507.6'; '2019' = '15.2.1118.7'; 'SE' = '15.2.2562.17' }

# "2013", "SE", or a full version for another build.
function Get-SimulationExchangeVersion {
    param($Server)
    $version = [string](Get-SimulationValue $Server 'version' '2013')
    if ($script:exchangeVersion.ContainsKey($version)) { return $script:exchangeVersion[$version] }
    return $version
}

function Get-SimulationExchangeYear {
    param([string]$Version)
    switch -Wildcard ($Version) {
        '14.*' { return '2010' }
        '15.0.*' { return '2013' }
        '15.1.*' { return '2016' }
        '15.2.*' { if (([version]$Version).Build -ge 2562) { return 'SE' } else { return '2019' } }
    }
    throw ('No version of Exchange: ' + $Version)
}

# Exchange 2013 has two roles of interest here, as 2010 has; later versions have one that holds both.
function Get-SimulationRole {
    param($Server)
    if ((Get-SimulationExchangeYear (Get-SimulationExchangeVersion $Server)) -in '2016', '2019', 'SE') { return , @('Mailbox') }
    return , @(Get-SimulationValue $Server 'roles' @('Mailbox', 'ClientAccess'))
}

function Test-SimulationRole {
    param([string[]]$Roles, [string]$Version, [string]$Role)
    return $Roles -contains $Role -or (Get-SimulationExchangeYear $Version) -in '2016', '2019', 'SE'
}

# A server of the state that holds mailboxes behind Outlook on the web as it is known here, which Exchange 2010 has not.
function Test-SimulationBackEnd {
    param($Server)
    return $Server.Roles -contains 'Mailbox' -and (Get-SimulationExchangeYear $Server.Version) -ne '2010'
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
        Name = $Entry.Name; ComponentName = Get-SimulationValue $Entry.Value 'component' 'OwaServer'; SectionName = Get-SimulationValue $Entry.Value 'section' 'IMSettings'; Parameters = $parameters
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
    return [pscustomobject][ordered]@{
        Servers = $servers
        VirtualDirectories = $directories
        Policies = @(foreach ($entry in Get-SimulationEntry $exchange 'policies') { New-SimulationPolicy $entry })
        Overrides = @(foreach ($entry in Get-SimulationEntry $exchange 'overrides') { New-SimulationOverride $entry })
        Dags = @(foreach ($entry in Get-SimulationEntry $exchange 'dags') { [pscustomobject][ordered]@{ Name = $entry.Name; Servers = @($entry.Value); WitnessServer = 'fs01.' + $Estate.domain } })
        Mailboxes = @(foreach ($entry in Get-SimulationEntry $exchange 'mailboxes') { New-SimulationMailbox $Estate $entry })
        Organization = [pscustomobject]@{ Name = 'Contoso'; OAuth2ClientProfileEnabled = $false }
    }
}
