# What the commands about autodiscover and OAuth in Exchange do. State in, objects out.

$script:clientAccessType = 'Microsoft.Exchange.Data.Directory.Management.ClientAccessServer'
foreach ($noun in 'ClientAccessServer', 'ClientAccessService') {
    Add-SimulationSetting -Noun $noun -Product Exchange -List ClientAccess -Key Name -Verb Get, Set -Type $script:clientAccessType
}

Add-SimulationSetting -Noun AuthConfig -Product Exchange -List AuthConfig -Key Name -Type 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig' -Show {
    param($State, $Item)
    $fields = [ordered]@{}
    foreach ($property in $Item.PSObject.Properties) { $fields[$property.Name] = $property.Value }
    if ($fields['NextCertificateEffectiveDate']) { $fields['NextCertificateEffectiveDate'] = (ConvertTo-SimulationTime $fields['NextCertificateEffectiveDate']).ToLocalTime() }
    return $fields
}

# A new certificate waits for its day, or for -PublishCertificate, which makes it the current one at once.
$script:behavior['Set-AuthConfig'] = {
    param($call)
    $config = $call.State.Exchange.AuthConfig
    if (-not (Test-SimulationProcess $call $config.Name)) { return }
    if ($call.Bound['CertificateThumbprint']) { $config.CurrentCertificateThumbprint = $call.Bound['CertificateThumbprint'] }
    if ($call.Bound['NewCertificateThumbprint']) {
        $config.NextCertificateThumbprint = $call.Bound['NewCertificateThumbprint']
        $config.NextCertificateEffectiveDate = ConvertFrom-SimulationTime $call.Bound['NewCertificateEffectiveDate']
    }
    if ($call.Bound['PublishCertificate'] -and $config.NextCertificateThumbprint) {
        $config.PreviousCertificateThumbprint = $config.CurrentCertificateThumbprint
        $config.CurrentCertificateThumbprint = $config.NextCertificateThumbprint
        $config.NextCertificateThumbprint = $null
        $config.NextCertificateEffectiveDate = $null
    }
    if ($call.Bound['ClearPreviousCertificate']) { $config.PreviousCertificateThumbprint = $null }
    foreach ($name in 'ServiceName', 'Realm') { if ($call.Bound.ContainsKey($name)) { $config.$name = $call.Bound[$name] } }
    Save-SimulationState $call.State
}

# A partner application is found by its name and by what identifies it.
Add-SimulationSetting -Noun PartnerApplication -Product Exchange -List PartnerApplications -Key Name -Verb Get, Set -Type 'Microsoft.Exchange.Data.Directory.SystemConfiguration.PartnerApplication'

$script:behavior['Remove-PartnerApplication'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.PartnerApplications $call.Bound['Identity'] { param($item) $item.Name; $item.ApplicationIdentifier }) {
        Remove-SimulationItem $call 'Exchange' 'PartnerApplications' $item $item.Name
    }
}

# The object that a metadata document becomes; an error of the command where the document cannot be had.
function New-SimulationPartner {
    param($State, [string]$Name, [string]$Url)
    $application = Get-SimulationMetadataApplication $State $Url
    if (-not $application) { Stop-SimulationCommand (New-SimulationError -Message ('Unable to access the metadata document at ' + $Url + '.') -Type 'AuthMetadataClientException' -Target $Url) }
    return [pscustomobject][ordered]@{
        Name = $Name; ApplicationIdentifier = $application; AuthMetadataUrl = $Url; Enabled = $true; LinkedAccount = $null; Realm = $State.Domain; AcceptSecurityIdentifierInformation = $false
    }
}

$script:behavior['New-PartnerApplication'] = {
    param($call)
    $bound = $call.Bound
    if (@($call.State.Exchange.PartnerApplications | Where-Object { $_.Name -eq $bound['Name'] }).Count -gt 0) {
        Stop-SimulationCommand (New-SimulationError -Message ('The object ' + $bound['Name'] + ' already exists.') -Type 'ADObjectAlreadyExistsException' -Target $bound['Name'])
    }
    if ($bound['AuthMetadataUrl']) {
        $item = New-SimulationPartner $call.State $bound['Name'] $bound['AuthMetadataUrl']
    } else {
        $item = New-SimulationItem 'Name' $bound['Name'] $null ([ordered]@{ ApplicationIdentifier = $bound['ApplicationIdentifier']; AuthMetadataUrl = $null; Enabled = $true; LinkedAccount = $null; Realm = [string]$bound['Realm']; AcceptSecurityIdentifierInformation = $false })
    }
    foreach ($name in 'Enabled', 'LinkedAccount') { if ($bound.ContainsKey($name)) { $item.$name = $bound[$name] } }
    if (-not (Test-SimulationProcess $call $item.Name)) { return }
    Add-SimulationItem $call 'Exchange' 'PartnerApplications' $item
}
