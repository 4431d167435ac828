# Facts of the Exchange Management Shell: servers, virtual directories, policies and certificates. Reads only.

# The servers that were found, of these versions and with one of these roles. Edge servers are out of reach for the
# shells of the others.
function Select-UcServer {
    param([hashtable]$Context, [version]$Since, [version]$Until, [string[]]$Role)
    foreach ($server in $Context.Servers) {
        if (@($server['roles']) -contains 'Edge') { continue }
        if ($Role -and $server.Contains('roles') -and @($server['roles'] | Where-Object { $Role -contains $_ }).Count -eq 0) { continue }
        $version = $null
        if ($server['version'] -match '(\d+)\.(\d+)') { $version = New-Object System.Version ([int]$Matches[1]), ([int]$Matches[2]) }
        if ($null -ne $version -and $null -ne $Since -and $version -lt $Since) { continue }
        if ($null -ne $version -and $null -ne $Until -and $version -gt $Until) { continue }
        $server
    }
}

# The servers that a section asks one by one. Without servers there is nobody to ask, and that is an error.
function Get-UcServerToAsk {
    param([hashtable]$Context, [version]$Since, [version]$Until, [string[]]$Role)
    if ($null -eq $Context.Servers) {
        throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_ServersUnknown'))
    }
    Select-UcServer -Context $Context -Since $Since -Until $Until -Role $Role
}

# An OWA virtual directory; its site tells the front end from the back end.
function ConvertTo-UcVirtualDirectory {
    param($Object)
    $map = 'identity Identity Text!', 'server Server Name!', 'instantMessagingEnabled InstantMessagingEnabled Bool', 'instantMessagingType InstantMessagingType Text'
    $record = ConvertTo-UcRecord $Object $map
    $record['backEnd'] = $record['identity'] -like '*(Exchange Back End)*'
    return $record
}

Add-UcSection -Path 'exchange.servers' -Text 'Get-ExchangeServer' -Command 'Get-ExchangeServer' -Read {
    param($Context)
    $map = 'name Name Text!', 'fqdn Fqdn Text', 'version AdminDisplayVersion Text', 'roles ServerRole List', 'site Site Name', 'edition Edition Text'
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

# Services that a session does not tell arrive as an empty text and are left out: unknown, not none.
Add-UcSection -Path 'exchange.certificates' -Text 'Get-ExchangeCertificate -Server' -Command 'Get-ExchangeCertificate' -Read {
    param($Context)
    $map = 'thumbprint Thumbprint Text!', 'subject Subject Text', 'domains CertificateDomains List', 'services Services List',
        'notBefore NotBefore Time', 'notAfter NotAfter Time', 'hasPrivateKey HasPrivateKey Bool', 'isSelfSigned IsSelfSigned Bool',
        'status Status Text', 'issuer Issuer Text', 'publicKeySize PublicKeySize Number', 'friendlyName FriendlyName Text'
    foreach ($server in (Get-UcServerToAsk $Context)) {
        foreach ($certificate in (Get-UcAnswer $Context 'Get-ExchangeCertificate' @{ Server = $server['name'] } -Target $server['name'])) {
            $record = ConvertTo-UcRecord $certificate $map
            $record['server'] = $server['name']
            $record
        }
    }
}

Add-UcSection -Path 'exchange.availabilityGroups' -Text 'Get-DatabaseAvailabilityGroup' -Command 'Get-DatabaseAvailabilityGroup' -Read {
    param($Context)
    foreach ($group in (Get-UcAnswer $Context 'Get-DatabaseAvailabilityGroup')) { ConvertTo-UcRecord $group 'name Name Text!', 'servers Servers Names' }
}
