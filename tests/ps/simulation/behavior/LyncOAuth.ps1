# What the commands about OAuth in Lync do. State in, objects out.

Add-SimulationSetting -Noun CsOAuthConfiguration -Product Lync -List OAuthConfigurations -Verb Get, Set -Type 'Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.OAuthSettings'

Add-SimulationSetting -Noun CsOAuthServer -Product Lync -List OAuthServers -Verb Get -Type 'Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.OAuthServer#Decorated'

# The address of the metadata document stands in the token of the application.
Add-SimulationSetting -Noun CsPartnerApplication -Product Lync -List PartnerApplications -Verb Get, Remove -Type 'Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.PartnerApplication#Decorated' -Show {
    param($State, $Item)
    $token = Add-Member -InputObject (New-Object PSObject -Property @{ Value = $Item.MetadataUrl }) -MemberType ScriptMethod -Name ToString -Value { 'Value=' + $this.Value } -Force -PassThru
    if (-not $Item.MetadataUrl) { $token = 'UseOAuthServer' }
    return [ordered]@{
        Identity = $Item.Identity; AuthToken = $token; Name = $Item.Identity; ApplicationIdentifier = $Item.ApplicationIdentifier; Realm = $Item.Realm
        ApplicationTrustLevel = $Item.ApplicationTrustLevel; AcceptSecurityIdentifierInformation = $Item.AcceptSecurityIdentifierInformation; Enabled = $Item.Enabled
    }
}

function Resolve-SimulationMetadata {
    param($State, [string]$Url)
    $application = Get-SimulationMetadataApplication $State $Url
    if ($application) { return $application }
    Stop-SimulationCommand (New-SimulationLyncError 'The metadata document could not be downloaded from the URL in the MetadataUrl parameter, or what was downloaded is no metadata document.' $Url)
}

$script:behavior['New-CsPartnerApplication'] = {
    param($call)
    $bound = $call.Bound
    $identity = Get-SimulationIdentity $bound['Identity']
    if (@($call.State.Lync.PartnerApplications | Where-Object { $_.Identity -eq $identity }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The partner application "' + $identity + '" already exists.') $identity) }
    $application = $bound['ApplicationIdentifier']
    if ($bound['MetadataUrl']) { $application = Resolve-SimulationMetadata $call.State $bound['MetadataUrl'] }
    if (@($call.State.Lync.PartnerApplications | Where-Object { $_.ApplicationIdentifier -eq $application }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('A partner application with the identifier ' + $application + ' already exists.') $identity) }
    if (-not (Test-SimulationProcess $call $identity)) { return }
    $item = New-SimulationItem 'Identity' $identity $null ([ordered]@{
        ApplicationIdentifier = $application; MetadataUrl = $bound['MetadataUrl']; ApplicationTrustLevel = $bound['ApplicationTrustLevel']; Enabled = $true
        Realm = $call.State.Domain; AcceptSecurityIdentifierInformation = $false
    })
    if ($bound.ContainsKey('Enabled')) { $item.Enabled = $bound['Enabled'] }
    Add-SimulationItem $call 'Lync' 'PartnerApplications' $item
    ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $item
}

$script:behavior['Set-CsPartnerApplication'] = {
    param($call)
    foreach ($item in Select-SimulationSetting $call) {
        $also = @{}
        if ($call.Bound['MetadataUrl']) { $also['ApplicationIdentifier'] = Resolve-SimulationMetadata $call.State $call.Bound['MetadataUrl'] }
        Set-SimulationItem $call $item $item.Identity -Also $also
    }
}

# The way from Lync to the mailbox of a user, tried: the oracle knows whether it works.
$script:behavior['Test-CsExStorageConnectivity'] = {
    param($call)
    $address = $call.Bound['SipUri'] -replace '^sip:', ''
    $mailbox = $call.State.Exchange.Mailboxes | Where-Object { $_.PrimarySmtpAddress -eq $address -or $_.EmailAddresses -contains ('sip:' + $address) }
    if ($null -eq $mailbox) { Stop-SimulationCommand (New-SimulationLyncError ('The user ' + $address + ' has no mailbox.') $address) }
    $fault = Get-SimulationStorageFault $call.State
    if ($fault) { Stop-SimulationCommand (New-SimulationLyncError $fault $address) }
    'Test passed.'
}
