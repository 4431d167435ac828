# The Lync or Skype for Business side of the state, made from an estate. Must not know of files and of what the commands
# make of the state.

$script:lyncVersion = @{
    '2013' = 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.'
    '2015' = 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.'
    '2019' = 'Skype for Business Server 2019 (7.0.2046.0): Volume license key installed.'
    'SE' = 'Skype for Business Server (7.0.2046.820): Volume license key installed.'
}

# An application of a trusted pool; the products write the prefix and small letters.
function New-SimulationApplication {
    param([string]$PoolFqdn, [string]$Id, [int]$Port)
    return [pscustomobject][ordered]@{
        PoolFqdn = $PoolFqdn; ApplicationId = 'urn:application:' + ($Id -replace '^urn:application:', '').ToLowerInvariant(); Port = $Port; Protocol = 'Mtls'
    }
}

function New-SimulationTrustedPool {
    param([string]$Fqdn, [string]$Registrar, [string]$Site, [bool]$Replication)
    return [pscustomobject][ordered]@{
        PoolFqdn = $Fqdn; Registrar = $Registrar; Site = $Site; RequiresReplication = $Replication
        ThrottleAsServer = $true; TreatAsAuthenticated = $true; OutboundOnly = $false
        AudioPortStart = 0; AudioPortCount = 0; VideoPortStart = 0; VideoPortCount = 0; AppSharingPortStart = 0; AppSharingPortCount = 0
    }
}

function New-SimulationPool {
    param($Estate, $Entry)
    $fqdn = Get-SimulationFqdn $Estate $Entry.Name
    return [pscustomobject][ordered]@{
        Fqdn = $fqdn; Site = Get-SimulationValue $Entry.Value 'site' 'Site:Redmond1'
        Services = @(Get-SimulationValue $Entry.Value 'services' @('Registrar', 'UserServer', 'WebServer'))
        Computers = @(foreach ($name in @(Get-SimulationValue $Entry.Value 'computers' @($fqdn))) { Get-SimulationFqdn $Estate $name })
    }
}

# A user. Value: what the estate says of the user beyond that.
function New-SimulationLyncUserItem {
    param([string]$Name, [string]$SipAddress, [bool]$Enabled, [string]$RegistrarPool, $Value)
    return [pscustomobject][ordered]@{
        Name = $Name; SipAddress = $SipAddress; Enabled = $Enabled; RegistrarPool = $RegistrarPool
        EnterpriseVoiceEnabled = [bool](Get-SimulationValue $Value 'voice' $false); LineURI = [string](Get-SimulationValue $Value 'line' '')
        DialPlan = Get-SimulationValue $Value 'dialPlan'; VoicePolicy = Get-SimulationValue $Value 'voicePolicy'
        HostedVoiceMail = [bool](Get-SimulationValue $Value 'hostedVoiceMail' $false)
        ExternalAccessPolicy = Get-SimulationValue $Value 'externalAccessPolicy'; ExchangeArchivingPolicy = 'Uninitialized'
    }
}

function New-SimulationLyncUser {
    param($Estate, $Entry)
    $address = Get-SimulationValue $Entry.Value 'sip' ('sip:' + $Entry.Name + '@' + $Estate.domain)
    $pool = Get-SimulationFqdn $Estate (Get-SimulationValue $Entry.Value 'pool' 'lync')
    return New-SimulationLyncUserItem $Entry.Name $address ([bool](Get-SimulationValue $Entry.Value 'enabled' $true)) $pool $Entry.Value
}

# The certificate of each computer, and the one of OAuth, which belongs to all of them.
function New-SimulationAssignedCertificate {
    param($Estate)
    foreach ($entry in Get-SimulationEntry $Estate.lync 'pools') {
        $pool = New-SimulationPool $Estate $entry
        if ($pool.Services -contains 'PstnGateway') { continue }
        $name = @(Get-SimulationValue $entry.Value 'certificates' @('lync'))[0]
        foreach ($fqdn in $pool.Computers) { [pscustomobject][ordered]@{ Fqdn = $fqdn; Use = 'Default'; Thumbprint = Get-SimulationThumbprint $name } }
    }
    $issuer = Get-SimulationValue $Estate.lync 'oAuthCertificate' 'lync'
    if ($issuer) { [pscustomobject][ordered]@{ Fqdn = ''; Use = 'OAuthTokenIssuer'; Thumbprint = Get-SimulationThumbprint $issuer } }
}

function New-SimulationLync {
    param($Estate)
    $lync = $Estate.lync
    $trusted = @(Get-SimulationEntry $lync 'trusted')
    return [pscustomobject][ordered]@{
        Version = [string]$lync.version
        Sites = @(foreach ($entry in Get-SimulationEntry $lync 'sites') { [pscustomobject][ordered]@{ Identity = 'Site:' + $entry.Name; SiteId = $entry.Value.siteId; DisplayName = $entry.Value.displayName } })
        Pools = @(foreach ($entry in Get-SimulationEntry $lync 'pools') { New-SimulationPool $Estate $entry })
        TrustedPools = @(foreach ($entry in $trusted) {
            New-SimulationTrustedPool (Get-SimulationFqdn $Estate $entry.Name) (Get-SimulationFqdn $Estate (Get-SimulationValue $entry.Value 'registrar' 'lync')) 'Site:Redmond1' ([bool](Get-SimulationValue $entry.Value 'replication' $false))
        })
        TrustedComputers = @(foreach ($entry in $trusted) {
            $pool = Get-SimulationFqdn $Estate $entry.Name
            foreach ($name in @(Get-SimulationValue $entry.Value 'computers' @($pool))) { [pscustomobject][ordered]@{ Fqdn = Get-SimulationFqdn $Estate $name; PoolFqdn = $pool } }
        })
        TrustedApplications = @(foreach ($entry in $trusted) {
            foreach ($application in Get-SimulationEntry $entry.Value 'applications') { New-SimulationApplication (Get-SimulationFqdn $Estate $entry.Name) $application.Name $application.Value }
        })
        SipDomains = @(Get-SimulationValue $lync 'sipDomains' @($Estate.domain))
        Users = @(foreach ($entry in Get-SimulationEntry $lync 'users') { New-SimulationLyncUser $Estate $entry })
        Certificates = @(New-SimulationAssignedCertificate $Estate)
    }
}
