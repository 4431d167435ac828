# Facts of the Exchange Management Shell: servers, virtual directories, policies and certificates. Reads only.

Add-UcSection -Path 'exchange.servers' -Text 'Get-ExchangeServer' -Command 'Get-ExchangeServer' -Read {
    param($Context)
    $map = 'name Name Text!', 'fqdn Fqdn Text', 'version AdminDisplayVersion Version', 'roles ServerRole List', 'site Site Name', 'edition Edition Text'
    $servers = @(foreach ($server in (Get-UcAnswer $Context 'Get-ExchangeServer')) { ConvertTo-UcRecord $server $map })
    if ($Context.Answered) { $Context.Servers = $servers }
    $servers
}

Add-UcSection -Path 'exchange.owaVirtualDirectories' -Text 'Get-OwaVirtualDirectory' -Command 'Get-OwaVirtualDirectory' -Read {
    param($Context)
    foreach ($directory in (Get-UcAnswer $Context 'Get-OwaVirtualDirectory')) {
        ConvertTo-UcVirtualDirectory $directory | Where-Object { -not $_['backEnd'] }
    }
}

Add-UcSection -Path 'exchange.owaBackEndVirtualDirectories' -Text 'Get-OwaVirtualDirectory -ShowMailboxVirtualDirectories' -Command 'Get-OwaVirtualDirectory' -Read {
    param($Context)
    foreach ($directory in (Get-UcAnswer $Context 'Get-OwaVirtualDirectory' @{ ShowMailboxVirtualDirectories = $true })) {
        ConvertTo-UcVirtualDirectory $directory | Where-Object { $_['backEnd'] }
    }
}

Add-UcSection -Path 'exchange.owaMailboxPolicies' -Text 'Get-OwaMailboxPolicy' -Command 'Get-OwaMailboxPolicy' -Read {
    param($Context)
    $map = 'identity Identity Name!', 'isDefault IsDefault Bool', 'instantMessagingEnabled InstantMessagingEnabled Bool', 'instantMessagingType InstantMessagingType Text'
    foreach ($policy in (Get-UcAnswer $Context 'Get-OwaMailboxPolicy')) { ConvertTo-UcRecord $policy $map }
}

# A server of whose certificates one cannot be read has none in the answer, but a failure: half of them would look like all.
Add-UcSection -Path 'exchange.certificates' -Text 'Get-ExchangeCertificate -Server' -Command 'Get-ExchangeCertificate' -Read {
    param($Context)
    foreach ($server in (Get-UcServerToAsk $Context)) {
        $answer = Get-UcAnswer $Context 'Get-ExchangeCertificate' @{ Server = $server['name'] } -Target $server['name']
        try {
            $records = @(foreach ($certificate in $answer) { ConvertTo-UcExchangeCertificate $certificate })
        } catch {
            Add-UcFailure -Context $Context -Target $server['name'] -Cause (Format-UcCause $_)
            continue
        }
        foreach ($record in $records) { $record['server'] = $server['name']; $record }
    }
}

# What Exchange itself says about the services that it requires: some that start automatically rest on healthy servers.
Add-UcSection -Path 'exchange.serviceHealth' -Text 'Test-ServiceHealth -Server' -Command 'Test-ServiceHealth' -Read {
    param($Context)
    $map = 'role Role Text!', 'requiredServicesRunning RequiredServicesRunning Bool', 'servicesRunning ServicesRunning List', 'servicesNotRunning ServicesNotRunning List'
    foreach ($server in (Get-UcServerToAsk $Context -Since '15.0')) {
        foreach ($health in (Get-UcAnswer $Context 'Test-ServiceHealth' @{ Server = $server['name'] } -Target $server['name'])) {
            $record = ConvertTo-UcRecord $health $map
            $record['server'] = $server['name']
            $record
        }
    }
}

Add-UcSection -Path 'exchange.availabilityGroups' -Text 'Get-DatabaseAvailabilityGroup' -Command 'Get-DatabaseAvailabilityGroup' -Read {
    param($Context)
    foreach ($group in (Get-UcAnswer $Context 'Get-DatabaseAvailabilityGroup')) { ConvertTo-UcRecord $group 'name Name Text!', 'servers Servers Names' }
}
