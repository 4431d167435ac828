# What the commands about Outlook on the web do: virtual directories and mailbox policies. State in, objects out.

function Get-SimulationDirectoryIdentity {
    param($Item)
    return $Item.Server + '\' + $Item.Name
}

function ConvertTo-SimulationVirtualDirectory {
    param($Item)
    return New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.ADOwaVirtualDirectory' ([ordered]@{
        Name = $Item.Name; Identity = Get-SimulationDirectoryIdentity $Item; Server = $Item.Server; Website = $Item.Website; MetabasePath = $Item.MetabasePath
        OwaVersion = 'Exchange' + (Get-SimulationExchangeYear $Item.Version); AdminDisplayVersion = New-SimulationServerVersion $Item.Version
        InternalUrl = $Item.InternalUrl; ExternalUrl = $Item.ExternalUrl
        InstantMessagingEnabled = $Item.InstantMessagingEnabled; InstantMessagingType = $Item.InstantMessagingType
        InstantMessagingServerName = $Item.InstantMessagingServerName; InstantMessagingCertificateThumbprint = $Item.InstantMessagingCertificateThumbprint
    })
}

$script:behavior['Get-OwaVirtualDirectory'] = {
    param($call)
    $items = @($call.State.Exchange.VirtualDirectories)
    if ($call.Bound['Identity']) {
        $items = @(Select-SimulationItem $items $call.Bound['Identity'] { param($item) Get-SimulationDirectoryIdentity $item })
    } elseif (-not $call.Bound['ShowMailboxVirtualDirectories']) {
        $items = @($items | Where-Object { -not $_.BackEnd })
    }
    if ($call.Bound['Server']) {
        $server = Select-SimulationServer $call.State $call.Bound['Server']
        $items = @($items | Where-Object { $_.Fqdn -eq $server.Fqdn })
    }
    foreach ($item in $items) { ConvertTo-SimulationVirtualDirectory $item }
}

$script:behavior['Set-OwaVirtualDirectory'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.VirtualDirectories $call.Bound['Identity'] { param($item) Get-SimulationDirectoryIdentity $item }) {
        Set-SimulationItem $call $item (Get-SimulationDirectoryIdentity $item)
    }
}

$script:behavior['Get-OwaMailboxPolicy'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.Policies $call.Bound['Identity'] { param($item) $item.Name }) {
        New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.SystemConfiguration.OwaMailboxPolicy' ([ordered]@{
            Name = $item.Name; Identity = $item.Name; IsDefault = $item.IsDefault
            InstantMessagingEnabled = $item.InstantMessagingEnabled; InstantMessagingType = $item.InstantMessagingType
        })
    }
}

$script:behavior['Set-OwaMailboxPolicy'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.Policies $call.Bound['Identity'] { param($item) $item.Name }) { Set-SimulationItem $call $item $item.Name }
}
