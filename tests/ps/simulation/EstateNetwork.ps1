# What names resolve to, what web services answer, the forest and the firewall, made from an estate. Must not know of the
# products' directories.

# The addresses of the machines, in their order.
function New-SimulationAddress {
    param($Machines)
    $addresses = [ordered]@{}
    $number = 10
    foreach ($machine in $Machines) {
        $number++
        $addresses[$machine.Fqdn] = '10.0.0.' + $number
    }
    return $addresses
}

# The records that a network of these machines has; the estate adds to them, takes away (an empty list) and replaces.
function New-SimulationDnsRecord {
    param($Estate, $Machines)
    $addresses = New-SimulationAddress $Machines
    $records = [ordered]@{}
    foreach ($fqdn in $addresses.Keys) { $records[$fqdn] = @($addresses[$fqdn]) }
    foreach ($entry in Get-SimulationEntry $Estate.exchange 'servers') {
        if (Test-SimulationRole (Get-SimulationRole $entry.Value) (Get-SimulationExchangeVersion $entry.Value) 'ClientAccess') {
            $records['autodiscover.' + $Estate.domain] = @($addresses[(Get-SimulationFqdn $Estate $entry.Name)])
            break
        }
    }
    foreach ($entry in Get-SimulationEntry $Estate.lync 'pools') {
        $pool = New-SimulationPool $Estate $entry
        $records[$pool.Fqdn] = @($pool.Computers | ForEach-Object { $addresses[$_] } | Where-Object { $_ })
        if ($pool.Services -contains 'EdgeServer') { $records['_sipfederationtls._tcp.' + $Estate.domain] = @('sip.' + $Estate.domain + ':5061') }
    }
    foreach ($entry in Get-SimulationEntry $Estate 'dns') { $records[$entry.Name] = @($entry.Value) }
    foreach ($name in $records.Keys) { [pscustomobject][ordered]@{ Name = $name; Answers = @($records[$name]) } }
}

function New-SimulationNetwork {
    param($Estate, $Machines)
    return [pscustomobject][ordered]@{
        Dns = @(New-SimulationDnsRecord $Estate $Machines)
        Web = @(foreach ($entry in Get-SimulationEntry $Estate 'web') { [pscustomobject][ordered]@{ Url = $entry.Name; Status = $entry.Value } })
        Forest = New-SimulationItem 'Name' $Estate.domain (Get-SimulationValue $Estate 'forest') ([ordered]@{ Trusts = @(); HasSipLine = $true })
    }
}

$script:firewallRules = 'UMCallRouter (TCP-In)', 'UMService (TCP-In)', 'UMWorkerProcess (TCP-In)', 'UMWorkerProcess - RTP (UDP-In)'

# The rules that Setup makes for unified messaging; the estate names those that are off.
function New-SimulationFirewallRule {
    param($Description)
    $off = @(Get-SimulationValue $Description 'firewallOff' @())
    foreach ($name in $script:firewallRules) { [pscustomobject][ordered]@{ Name = $name; Enabled = $off -notcontains $name; Allow = $true } }
}
