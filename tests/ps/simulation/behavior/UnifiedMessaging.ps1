# What the commands about unified messaging of Exchange do. State in, objects out.

function ConvertTo-SimulationUm {
    param($Item, [string]$Type)
    $fields = [ordered]@{ Name = $Item.Name; Identity = $Item.Name }
    foreach ($name in 'DialPlans', 'UMStartupMode', 'MaxCallsAllowed', 'Status', 'SipTcpListeningPort', 'SipTlsListeningPort') {
        if ($null -ne $Item.PSObject.Properties[$name]) { $fields[$name] = $Item.$name }
    }
    return New-SimulationExchangeObject $Type $fields
}

$script:behavior['Get-UMService'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.UmServices $call.Bound['Identity'] { param($item) $item.Name; $item.Fqdn }) { ConvertTo-SimulationUm $item 'Microsoft.Exchange.Data.Directory.Management.UMServer' }
}

$script:behavior['Set-UMService'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.UmServices $call.Bound['Identity'] { param($item) $item.Name; $item.Fqdn }) { Set-SimulationItem $call $item $item.Name }
}

$script:behavior['Get-UMCallRouterSettings'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.CallRouters $call.Bound['Server'] { param($item) $item.Name; $item.Fqdn }) { ConvertTo-SimulationUm $item 'Microsoft.Exchange.Data.Directory.Management.SIPFEServerConfiguration' }
}

$script:behavior['Set-UMCallRouterSettings'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.CallRouters $call.Bound['Server'] { param($item) $item.Name; $item.Fqdn }) { Set-SimulationItem $call $item $item.Name -Control 'Server' }
}

$script:behavior['Get-UMDialPlan'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.DialPlans $call.Bound['Identity'] { param($item) $item.Name }) {
        New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.SystemConfiguration.UMDialPlan' ([ordered]@{
            Name = $item.Name; Identity = $item.Name; URIType = $item.URIType; VoIPSecurity = $item.VoIPSecurity; NumberOfDigitsInExtension = $item.NumberOfDigitsInExtension
            PhoneContext = $item.Name + '.' + $call.State.Domain
            UMServers = @($call.State.Exchange.UmServices | Where-Object { $_.DialPlans -contains $item.Name } | ForEach-Object { $_.Name })
        })
    }
}
