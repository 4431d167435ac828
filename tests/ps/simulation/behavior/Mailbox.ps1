# What the commands about mailboxes do. State in, objects out.

$script:mailboxName = { param($item) $item.Name; $item.PrimarySmtpAddress }

function Select-SimulationMailbox {
    param($Call)
    return @(Select-SimulationItem $Call.State.Exchange.Mailboxes $Call.Bound['Identity'] $script:mailboxName)
}

$script:behavior['Get-Mailbox'] = {
    param($call)
    foreach ($item in Select-SimulationMailbox $call) {
        $server = $call.State.Exchange.Servers | Where-Object { $_.Name -eq $item.Server }
        if ($call.Bound['Server'] -and @($server.Name, $server.Fqdn) -notcontains (Get-SimulationIdentity $call.Bound['Server'])) { continue }
        New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.Mailbox' ([ordered]@{
            Name = $item.Name; Identity = $call.State.Domain + '/Users/' + $item.Name; Alias = $item.Name; DisplayName = $item.Name; SamAccountName = $item.Name; UserPrincipalName = $item.PrimarySmtpAddress
            PrimarySmtpAddress = $item.PrimarySmtpAddress; EmailAddresses = @($item.EmailAddresses); ServerName = $server.Name.ToLowerInvariant()
            AdminDisplayVersion = New-SimulationServerVersion $server.Version; RecipientTypeDetails = 'UserMailbox'
        }) | Where-Object { Test-SimulationFilter $call.Bound['Filter'] $_ }
    }
}

$script:behavior['Set-Mailbox'] = {
    param($call)
    foreach ($item in Select-SimulationMailbox $call) { Set-SimulationItem $call $item $item.Name }
}

$script:behavior['Get-CASMailbox'] = {
    param($call)
    foreach ($item in Select-SimulationMailbox $call) {
        New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.Management.CASMailbox' ([ordered]@{
            Name = $item.Name; Identity = $call.State.Domain + '/Users/' + $item.Name; PrimarySmtpAddress = $item.PrimarySmtpAddress; ServerName = $item.Server.ToLowerInvariant()
            EmailAddresses = @($item.EmailAddresses); OWAEnabled = $item.OWAEnabled; OwaMailboxPolicy = $item.OwaMailboxPolicy
        }) | Where-Object { Test-SimulationFilter $call.Bound['Filter'] $_ }
    }
}

$script:behavior['Set-CASMailbox'] = {
    param($call)
    $policy = Get-SimulationIdentity $call.Bound['OwaMailboxPolicy']
    if ($policy) { [void](Select-SimulationItem $call.State.Exchange.Policies $policy { param($item) $item.Name }) }
    foreach ($item in Select-SimulationMailbox $call) { Set-SimulationItem $call $item $item.Name }
}
