# What the commands about the services of unified messaging do: dial plans of servers, startup modes, ports, and who may
# read the objects in the directory. State in, objects out.

$script:umWarning = 'Changes to this setting take effect only after the Microsoft Exchange Unified Messaging service has been restarted.'
$script:umName = { param($item) $item.Name; $item.Fqdn }

function ConvertTo-SimulationUm {
    param($Item, [string]$Type)
    $fields = [ordered]@{ Name = $Item.Name; Identity = $Item.Name }
    foreach ($property in $Item.PSObject.Properties) { if ($property.Name -ne 'Fqdn') { $fields[$property.Name] = $property.Value } }
    return New-SimulationExchangeObject $Type $fields
}

# The dial plans that a change names must exist.
function Assert-SimulationDialPlan {
    param($Call)
    $change = $Call.Bound['DialPlans']
    if ($change -is [System.Collections.IDictionary]) { $change = @($change['Add']) }
    foreach ($name in @($change | Where-Object { $_ })) { [void](Select-SimulationItem $Call.State.Exchange.DialPlans $name { param($item) $item.Name }) }
}

function Set-SimulationUm {
    param($Call, [object[]]$Item)
    Assert-SimulationDialPlan $Call
    foreach ($one in $Item) {
        Set-SimulationItem $Call $one $one.Name -Control 'Server'
        if ($Call.Bound['UMStartupMode']) { $Call.Cmdlet.WriteWarning($script:umWarning) }
    }
}

$script:behavior['Get-UMService'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.UmServices $call.Bound['Identity'] $script:umName) { ConvertTo-SimulationUm $item 'Microsoft.Exchange.Data.Directory.Management.UMServer' }
}

$script:behavior['Set-UMService'] = {
    param($call)
    Set-SimulationUm $call @(Select-SimulationItem $call.State.Exchange.UmServices $call.Bound['Identity'] $script:umName)
}

$script:behavior['Get-UMCallRouterSettings'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.CallRouters $call.Bound['Server'] $script:umName) { ConvertTo-SimulationUm $item 'Microsoft.Exchange.Data.Directory.Management.SIPFEServerConfiguration' }
}

$script:behavior['Set-UMCallRouterSettings'] = {
    param($call)
    Set-SimulationUm $call @(Select-SimulationItem $call.State.Exchange.CallRouters $call.Bound['Server'] $script:umName)
}

# The access list of a container of unified messaging, by its name or its place in the directory.
$script:behavior['Get-ADPermission'] = {
    param($call)
    $wanted = Get-SimulationIdentity $call.Bound['Identity']
    $name = { param($item) $item.Name; if ($wanted -like ('CN=' + $item.Name + ',CN=*')) { $wanted } }
    foreach ($container in Select-SimulationItem $call.State.Exchange.UmContainers $wanted $name) {
        foreach ($user in @('NT AUTHORITY\SYSTEM') + @($container.Readers | ForEach-Object { 'CONTOSO\' + $_ })) {
            $right = 'ReadProperty'
            if ($user -like 'NT*') { $right = 'GenericAll' }
            New-SimulationExchangeObject 'Microsoft.Exchange.Management.RecipientTasks.ADAcePresentationObject' ([ordered]@{
                Identity = $container.Name; User = $user; Deny = $false; IsInherited = $false; AccessRights = @($right)
            })
        }
    }
}
