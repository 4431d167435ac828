# Whether instant messaging works for the users of a back end server, as the real products would have it: from what runs
# now, not from what is configured. It must not know the rules and the plans whose work it
# proves or disproves.

# The appSettings of a configuration file as .NET reads them: keys without case, the last one counts.
function Get-SimulationAppSetting {
    param([string]$Path)
    $document = New-Object System.Xml.XmlDocument
    $document.Load($Path)
    $settings = @{}
    foreach ($node in $document.SelectNodes('/configuration/appSettings/*')) {
        switch ($node.LocalName) {
            'add' { $settings[$node.GetAttribute('key')] = $node.GetAttribute('value') }
            'remove' { $settings.Remove($node.GetAttribute('key')) }
            'clear' { $settings.Clear() }
        }
    }
    return $settings
}

# The overrides that apply to a server, by name and version. Where two set a value, neither counts: the default does.
function Get-SimulationEffectiveOverride {
    param($State, $Server)
    $values = @{ IMServerName = ''; IMCertificateThumbprint = '' }
    $given = @{}
    foreach ($override in $State.Exchange.Overrides) {
        if ((Get-SimulationOverrideStatus $State $override $Server) -ne 'Accepted') { continue }
        foreach ($pair in $override.Parameters) {
            $name, $value = $pair.Split('=', 2)
            if (-not $values.ContainsKey($name)) { continue }
            if ($given.ContainsKey($name)) { $values[$name] = ''; continue }
            $given[$name] = $true
            $values[$name] = $value
        }
    }
    return $values
}

# What a server says of an override. It compares the version of its binaries, which an update may change alone.
function Get-SimulationOverrideStatus {
    param($State, $Override, $Server)
    $machine = Get-SimulationMachine $State $Server.Fqdn
    $version = [version]$Server.Version
    if ($machine.SetupVersion -and [version]$machine.SetupVersion -gt $version) { $version = [version]$machine.SetupVersion }
    if (@($Override.Server).Count -gt 0 -and @($Override.Server | Where-Object { $Server.Name -like $_ }).Count -eq 0) { return 'ServerMismatch' }
    if ($Override.MinVersion -and $version -lt [version]$Override.MinVersion) { return 'VersionMismatch' }
    if ($Override.MaxVersion -and $version -gt [version]$Override.MaxVersion) { return 'VersionMismatch' }
    return 'Accepted'
}

# The events and messages that the product has for what is wrong in its own server: one fault, the first.
function Get-SimulationEndpointFault {
    param($State, [string]$Directory, [string]$Fqdn)
    $machine = Get-SimulationMachine $State $Fqdn
    $pool = Select-SimulationByFqdn $State.Runtime.AppPools $Fqdn
    if (-not $machine.Ucma) { return New-SimulationFault 83 'No registry setting for IM Provider.' }
    if (@($machine.UcmaProducts) -notcontains '4.0') { return New-SimulationFault 84 'IM provider not found.' }
    $dll = Get-SimulationMachinePath $Directory $Fqdn $machine.Ucma
    if ([System.IO.Directory]::Exists($dll)) { $dll = [System.IO.Path]::Combine($dll, 'Microsoft.Rtc.Internal.Ucweb.dll') }
    if (-not [System.IO.File]::Exists($dll)) { return New-SimulationFault 84 'IM provider not found.' }
    if ($pool.Problem) { return New-SimulationFault 85 $pool.Problem }
    if (-not ([string]$pool.IMServerName).Trim()) { return New-SimulationFault 100 'Instant Messaging Server name is set to null or empty on web.config.' }
    $thumbprint = ([string]$pool.IMCertificateThumbprint).Replace(' ', '')
    if (-not $thumbprint) { return New-SimulationFault 101 'Instant Messaging Certificate Thumbprint is null or empty on web.config.' }
    return Get-SimulationCertificateFault (Get-SimulationStateTime $State) $machine $thumbprint
}

function New-SimulationFault {
    param([int]$Id, [string]$Message)
    return New-Object PSObject -Property @{ Id = $Id; Message = $Message }
}

function Get-SimulationCertificateFault {
    param([datetime]$Now, $Machine, [string]$Thumbprint)
    $certificate = $Machine.Certificates | Where-Object { [string]::Equals($_.Thumbprint, $Thumbprint, 'OrdinalIgnoreCase') }
    if ($null -eq $certificate) { return New-SimulationFault 103 ('IM Certificate with thumbprint ' + $Thumbprint + ' could not be found.') }
    if ($Now -gt (ConvertTo-SimulationTime $certificate.NotAfter)) { return New-SimulationFault 102 'IM Certificate has expired.' }
    if ($Now -lt (ConvertTo-SimulationTime $certificate.NotBefore)) { return New-SimulationFault 104 'IM Certificate has not become valid yet.' }
    if (-not $certificate.HasPrivateKey -or $certificate.IsCngKey) { return New-SimulationFault 105 'IM Certificate does not have a private key.' }
}

# Servers of a SIP dial plan, which Lync finds by itself.
function Get-SimulationAutodiscovered {
    param($State)
    $plans = @($State.Exchange.DialPlans | Where-Object { $_.URIType -eq 'SipName' } | ForEach-Object { $_.Name })
    foreach ($um in @($State.Exchange.UmServices) + @($State.Exchange.CallRouters)) {
        if (@($um.DialPlans | Where-Object { $plans -contains $_ }).Count -gt 0) { $um.Fqdn }
    }
}

function Get-SimulationCommonName {
    param([string]$Subject)
    if ($Subject -match '(?:^|,\s*)CN=([^,]+)') { return $matches[1].Trim() }
    return ''
}

# What keeps Lync from taking the server for one it knows: exactly one entry for the name in its certificate.
function Get-SimulationKnownServerFault {
    param($State, $Machine, $Certificate)
    $name = Get-SimulationCommonName $Certificate.Subject
    $published = $State.Runtime.Published
    $pools = @(@($published.Pools | Where-Object { $_.PoolFqdn -eq $name } | ForEach-Object { $_.PoolFqdn }) +
        @($published.Computers | Where-Object { $_.Fqdn -eq $name } | ForEach-Object { $_.PoolFqdn }) | Sort-Object -Unique)
    $found = @(Get-SimulationAutodiscovered $State)
    if ($found -contains $name) {
        $manual = @(@($published.Pools | ForEach-Object { $_.PoolFqdn }) + @($published.Computers | ForEach-Object { $_.Fqdn }))
        if ($manual -contains $name -or $manual -contains $Machine.Fqdn) { return 'Lync knows ' + $name + ' twice: from a dial plan and from a trusted pool.' }
        return
    }
    if ($pools.Count -ne 1) { return 'Lync has ' + $pools.Count + ' trusted pools for ' + $name + '.' }
    $applications = @($published.Applications | Where-Object { $_.PoolFqdn -eq $pools[0] -and $_.ApplicationId -eq 'urn:application:' + $State.OwaApplication })
    if ($applications.Count -ne 1) { return 'The trusted pool ' + $pools[0] + ' has no application ' + $State.OwaApplication + '.' }
}

function Get-SimulationTrustFault {
    param($State, $Machine, $Certificate)
    foreach ($lync in $State.Machines | Where-Object { $_.Product -eq 'Lync' }) {
        if (@($lync.Roots | Where-Object { $_.Subject -eq $Certificate.Issuer }).Count -eq 0) { $lync.Name + ' does not trust ' + $Certificate.Issuer + '.' }
        foreach ($own in $lync.Certificates) {
            if (@($Machine.Roots | Where-Object { $_.Subject -eq $own.Issuer }).Count -eq 0) { $Machine.Name + ' does not trust ' + $own.Issuer + '.' }
        }
    }
}

# What of the two versions does not go together.
function Get-SimulationVersionFault {
    param($State, $Server)
    $exchange = Get-SimulationExchangeYear $Server.Version
    if ($State.Lync.Version -eq '2013' -and $exchange -ne '2013') { return 'Lync Server 2013 has no instant messaging for Exchange ' + $exchange + '.' }
    if ($State.Lync.Version -eq '2015' -and $exchange -in '2019', 'SE') { return 'Skype for Business Server 2015 has none for Exchange ' + $exchange + '.' }
}

function Get-SimulationUserFault {
    param($State, $Server)
    foreach ($directory in $State.Exchange.VirtualDirectories | Where-Object { -not $_.BackEnd }) {
        if (-not $directory.InstantMessagingEnabled -or $directory.InstantMessagingType -ne 'Ocs') { 'Off in ' + $directory.Server + '\' + $directory.Name + '.' }
    }
    $off = @($State.Exchange.Policies | Where-Object { -not $_.InstantMessagingEnabled -or $_.InstantMessagingType -ne 'Ocs' } | ForEach-Object { $_.Name })
    foreach ($mailbox in $State.Exchange.Mailboxes | Where-Object { $_.Server -eq $Server.Name }) {
        if ($off -contains $mailbox.OwaMailboxPolicy) { 'Off in the policy of ' + $mailbox.Name + '.' }
        $sip = @($mailbox.EmailAddresses | Where-Object { $_ -like 'sip:*' })
        $user = $State.Lync.Users | Where-Object { $_.Name -eq $mailbox.Name }
        if ($null -eq $user -or -not $user.Enabled) { $mailbox.Name + ' is not enabled for Lync.'; continue }
        if ($sip.Count -ne 1 -or $sip[0] -ne $user.SipAddress) { $mailbox.Name + ' has another SIP address in Exchange than in Lync.' }
    }
}

# Everything that keeps instant messaging from working for the users of one back end server, as sentences.
function Get-SimulationImFault {
    param([Parameter(Mandatory = $true)][string]$Computer, [string]$Directory)
    $folder = Get-SimulationDirectory $Directory
    $state = Get-SimulationLook $folder
    $machine = Get-SimulationMachine $state $Computer
    $server = Select-SimulationByFqdn $state.Exchange.Servers $machine.Fqdn
    if ($null -eq $server -or -not (Test-SimulationBackEnd $server)) { throw ($Computer + ' is no back end server.') }
    Get-SimulationVersionFault $state $server
    Get-SimulationUserFault $state $server
    $fault = Get-SimulationEndpointFault $state $folder $machine.Fqdn
    if ($null -ne $fault) { return $fault.Message }
    $pool = Select-SimulationByFqdn $state.Runtime.AppPools $machine.Fqdn
    $certificate = $machine.Certificates | Where-Object { $_.Thumbprint -eq $pool.IMCertificateThumbprint.Replace(' ', '') }
    if (@($state.Lync.Pools | Where-Object { $_.Fqdn -eq $pool.IMServerName -and $_.Services -contains 'Registrar' }).Count -eq 0) { $pool.IMServerName + ' is no pool with a registrar.' }
    foreach ($lync in $state.Machines | Where-Object { $_.Product -eq 'Lync' }) { Get-SimulationProtocolFault $machine $lync }
    Get-SimulationTrustFault $state $machine $certificate
    Get-SimulationKnownServerFault $state $machine $certificate
}

function Test-SimulationIm {
    param([Parameter(Mandatory = $true)][string]$Computer, [string]$Directory)
    return @(Get-SimulationImFault -Computer $Computer -Directory $Directory).Count -eq 0
}

# The FQDNs of the servers that the oracle can be asked about.
function Get-SimulationBackEnd {
    param([string]$Directory)
    foreach ($server in (Get-SimulationLook $Directory).Exchange.Servers) {
        if (Test-SimulationBackEnd $server) { $server.Fqdn }
    }
}
