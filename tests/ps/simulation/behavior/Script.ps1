# What the scripts do that Exchange brings along in its folder Scripts. The files there only call this.

# The pools that have users with Enterprise Voice, which is all that a gateway is made for.
function Get-SimulationVoicePool {
    param($State)
    $used = @($State.Lync.Users | Where-Object { $_.Enabled -and $_.EnterpriseVoiceEnabled } | ForEach-Object { $_.RegistrarPool })
    return @($State.Lync.Pools | Where-Object { $_.Services -contains 'Registrar' -and $used -contains $_.Fqdn })
}

# Gateways and hunt groups that are there already stay as they are.
function Add-SimulationVoiceObject {
    param($State)
    foreach ($pool in Get-SimulationVoicePool $State) {
        $gateway = $State.Exchange.IpGateways | Where-Object { $_.Address -eq $pool.Fqdn }
        if ($null -eq $gateway) {
            $gateway = New-SimulationGateway $pool.Fqdn.Split('.')[0] $pool.Fqdn 5061
            $State.Exchange.IpGateways = @($State.Exchange.IpGateways) + $gateway
            Set-SimulationGatewayTime $State $gateway.Name
        }
        foreach ($plan in $State.Exchange.DialPlans | Where-Object { $_.URIType -eq 'SipName' }) {
            if (@($State.Exchange.HuntGroups | Where-Object { $_.UMIPGateway -eq $gateway.Name -and $_.UMDialPlan -eq $plan.Name }).Count -gt 0) { continue }
            $State.Exchange.HuntGroups = @($State.Exchange.HuntGroups) + [pscustomobject][ordered]@{ Name = $plan.Name; PilotIdentifier = $plan.Name + '.' + $State.Domain; UMDialPlan = $plan.Name; UMIPGateway = $gateway.Name }
        }
    }
}

# Lets Lync read the objects of unified messaging, and makes what calls need.
function Invoke-SimulationVoiceScript {
    param($State)
    foreach ($container in $State.Exchange.UmContainers) {
        foreach ($group in 'RTCUniversalServerAdmins', 'RTCComponentUniversalServices') { if ($container.Readers -notcontains $group) { $container.Readers = @($container.Readers) + $group } }
    }
    Add-SimulationVoiceObject $State
    Save-SimulationState $State
}

# Makes the application of a metadata document, or refreshes the one that is there.
function Invoke-SimulationPartnerScript {
    param($State, [System.Collections.IDictionary]$Argument)
    $url = [string]$Argument['AuthMetaDataUrl']
    if (-not (Get-SimulationMetadataApplication $State $url)) { throw ('Unable to access the metadata document at ' + $url + '.') }
    $partner = New-SimulationPartner $State ([string]$Argument['ApplicationType'] + 'Enterprise-' + (Get-SimulationThumbprint $url).Substring(0, 32).ToLowerInvariant()) $url
    $partner.LinkedAccount = $State.Domain + '/Users/' + $Argument['ApplicationType'] + 'Enterprise-ApplicationAccount'
    $State.Exchange.PartnerApplications = @(@($State.Exchange.PartnerApplications | Where-Object { $_.ApplicationIdentifier -ne $partner.ApplicationIdentifier }) + $partner)
    Save-SimulationState $State
}

function Invoke-SimulationScript {
    param([Parameter(Mandatory = $true)][string]$Name, [System.Collections.IDictionary]$Argument = @{})
    if ($script:simulation.Shell -ne 'Exchange') { throw ($Name + ' needs the Exchange Management Shell.') }
    $state = Get-SimulationState
    switch ($Name) {
        'Configure-EnterprisePartnerApplication' { Invoke-SimulationPartnerScript $state $Argument }
        'ExchUcUtil' { Invoke-SimulationVoiceScript $state }
    }
}
