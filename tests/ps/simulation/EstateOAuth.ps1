# OAuth between the products in the state: the certificates and applications that each side trusts, made from an estate.
# Must not know what the commands make of the state.

$script:exchangeApplication = '00000002-0000-0ff1-ce00-000000000000'
$script:lyncApplication = '00000004-0000-0ff1-ce00-000000000000'

# Where clients inside the network find autodiscover: known for each server that takes clients.
function New-SimulationClientAccess {
    param($Estate)
    foreach ($entry in Get-SimulationEntry $Estate.exchange 'servers') {
        if (-not (Test-SimulationRole (Get-SimulationRole $entry.Value) (Get-SimulationExchangeVersion $entry.Value) 'ClientAccess')) { continue }
        [pscustomobject][ordered]@{
            Name = $entry.Name; Fqdn = Get-SimulationFqdn $Estate $entry.Name
            AutoDiscoverServiceInternalUri = Get-SimulationValue $entry.Value 'autodiscoverUri' ('https://autodiscover.' + $Estate.domain + '/autodiscover/autodiscover.xml')
        }
    }
}

function New-SimulationExchangeOAuth {
    param($Estate)
    $auth = New-SimulationItem 'Name' 'Auth Configuration' (Get-SimulationValue $Estate.exchange 'authConfig') ([ordered]@{
        CurrentCertificateThumbprint = '@{auth}'; PreviousCertificateThumbprint = $null; NextCertificateThumbprint = $null; NextCertificateEffectiveDate = $null
        ServiceName = $script:exchangeApplication; Realm = ''
    })
    return [pscustomobject][ordered]@{
        ClientAccess = @(New-SimulationClientAccess $Estate)
        AuthConfig = $auth
        PartnerApplications = @(New-SimulationItemList $Estate.exchange 'partnerApplications' 'Name' ([ordered]@{
            ApplicationIdentifier = $script:lyncApplication; AuthMetadataUrl = $null; Enabled = $true; LinkedAccount = $Estate.domain + '/Users/LyncEnterprise-ApplicationAccount'; Realm = $null; AcceptSecurityIdentifierInformation = $false
        }))
    }
}

function New-SimulationLyncOAuth {
    param($Estate)
    return [pscustomobject][ordered]@{
        OAuthConfigurations = @(New-SimulationItem 'Identity' 'Global' (Get-SimulationValue $Estate.lync 'oAuth') ([ordered]@{
            Realm = $Estate.domain; ServiceName = $script:lyncApplication; ExchangeAutodiscoverUrl = ''; ExchangeAutodiscoverAllowedDomains = $null
        }))
        OAuthServers = @(New-SimulationItemList $Estate.lync 'oAuthServers' 'Identity' ([ordered]@{ IssuerIdentifier = ''; Realm = ''; MetadataUrl = $null }))
        PartnerApplications = @(New-SimulationItemList $Estate.lync 'partnerApplications' 'Identity' ([ordered]@{
            ApplicationIdentifier = $script:exchangeApplication; MetadataUrl = $null; ApplicationTrustLevel = 'Full'; Enabled = $true; Realm = $Estate.domain
            AcceptSecurityIdentifierInformation = $false
        }))
    }
}
