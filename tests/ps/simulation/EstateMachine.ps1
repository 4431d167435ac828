# What is on each simulated machine besides files: certificates, services, registry. Must not know of the products'
# directories.

$script:serviceNames = @{
    Mailbox = 'MSExchangeIS', 'MSExchangeMailboxAssistants', 'MSExchangeUM', 'W3SVC'
    ClientAccess = 'MSExchangeFrontEndTransport', 'MSExchangeUMCR', 'W3SVC'
    Lync = 'RTCSRV', 'REPLICA', 'W3SVC'
    Edge = 'RTCSRV', 'REPLICA'
    Mediation = 'RTCMEDSRV', 'REPLICA'
    Other = @()
}

function New-SimulationCertificate {
    param($Estate, [string]$Name)
    $certificate = Get-SimulationValue $Estate.certificates $Name
    if ($null -eq $certificate) { throw ('The estate has no certificate ' + $Name + '.') }
    $now = ConvertTo-SimulationTime $Estate.now
    $days = @(Get-SimulationValue $certificate 'days' @(-100, 630))
    $self = [bool](Get-SimulationValue $certificate 'selfSigned' $false)
    $issuer = Get-SimulationValue $certificate 'issuer' ('CN=Contoso Root CA, DC=' + ($Estate.domain -replace '\.', ', DC='))
    if ($self) { $issuer = $certificate.subject }
    return [pscustomobject][ordered]@{
        Thumbprint = Get-SimulationThumbprint $Name; Subject = $certificate.subject; Issuer = $issuer
        Domains = @(Get-SimulationValue $certificate 'domains' @()); Services = Get-SimulationValue $certificate 'services' 'None'
        NotBefore = ConvertFrom-SimulationTime $now.AddDays($days[0]); NotAfter = ConvertFrom-SimulationTime $now.AddDays($days[1])
        HasPrivateKey = [bool](Get-SimulationValue $certificate 'privateKey' $true); IsSelfSigned = $self
        PublicKeySize = Get-SimulationValue $certificate 'size' 2048; SignatureAlgorithm = Get-SimulationValue $certificate 'signature' 'sha256RSA'; IsCngKey = [bool](Get-SimulationValue $certificate 'cng' $false); FriendlyName = Get-SimulationValue $certificate 'friendlyName' $Name
    }
}

# The root certificates that a machine trusts: that of the company unless the estate says otherwise.
function Get-SimulationRootList {
    param($Estate, $Description)
    foreach ($subject in @(Get-SimulationValue $Description 'roots' @('CN=Contoso Root CA, DC=' + ($Estate.domain -replace '\.', ', DC=')))) {
        [pscustomobject][ordered]@{ Thumbprint = Get-SimulationThumbprint $subject; Subject = $subject }
    }
}

function New-SimulationMachine {
    param($Estate, [string]$Fqdn, $Description, [string]$Product, [string[]]$Kinds, [string[]]$Certificates)
    $names = @($Kinds | ForEach-Object { $script:serviceNames[$_] } | Sort-Object -Unique)
    $absent = @(Get-SimulationValue $Description 'servicesAbsent' @())
    return [pscustomobject][ordered]@{
        Fqdn = $Fqdn; Name = $Fqdn.Split('.')[0].ToUpperInvariant(); Domain = $Fqdn.Substring($Fqdn.IndexOf('.') + 1); Product = $Product
        Ucma = $null; UcmaProducts = @(); SetupVersion = $null; OldFramework = [bool](Get-SimulationValue $Description 'oldFramework' $false); Registry = @(New-SimulationRegistry $Description)
        Services = @(foreach ($name in $names) { if ($absent -notcontains $name) { New-SimulationService $Description $name } })
        Certificates = @(foreach ($name in $Certificates) { New-SimulationCertificate $Estate $name })
        Roots = @(Get-SimulationRootList $Estate $Description)
        EncryptedSettings = Get-SimulationValue $Description 'encryptedSettings'
        FirewallRules = @()
    }
}

# What is set of TLS: Windows and its protocols, and .NET Framework in both bitnesses; nothing unless the estate says so.
function New-SimulationRegistry {
    param($Description)
    $dotNet = 'HKLM:\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'HKLM:\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319'
    [pscustomobject][ordered]@{ Key = $script:windowsKey; Name = 'CurrentBuildNumber'; Value = [string](Get-SimulationValue $Description 'windows' 14393) }
    foreach ($entry in Get-SimulationEntry $Description 'tls') {
        foreach ($value in $entry.Value.PSObject.Properties) { [pscustomobject][ordered]@{ Key = $script:schannelKey + '\' + $entry.Name; Name = $value.Name; Value = $value.Value } }
    }
    foreach ($entry in Get-SimulationEntry $Description 'dotNet') {
        foreach ($key in $dotNet) { [pscustomobject][ordered]@{ Key = $key; Name = $entry.Name; Value = $entry.Value } }
    }
}

# A service runs unless the estate says that it is stopped.
function New-SimulationService {
    param($Description, [string]$Name)
    $status = 'Running'
    if (@(Get-SimulationValue $Description 'servicesStopped' @()) -contains $Name) { $status = 'Stopped' }
    return [pscustomobject][ordered]@{ Name = $Name; Status = $status; StartType = 'Automatic' }
}

# What a computer of a pool is: pools of gateways are no machines that anybody could enter.
function Get-SimulationPoolProduct {
    param($Pool)
    if ($Pool.Services -contains 'EdgeServer') { return 'Edge' }
    if ($Pool.Services -contains 'PstnGateway') { return 'Other' }
    return 'Lync'
}

function New-SimulationLyncMachine {
    param($Estate, $Entry)
    $pool = New-SimulationPool $Estate $Entry
    $product = Get-SimulationPoolProduct $pool
    $kind = $product
    if ($pool.Services -contains 'MediationServer' -and $pool.Services -notcontains 'Registrar') { $kind = 'Mediation' }
    $certificates = @(Get-SimulationValue $Entry.Value 'certificates' @('lync'))
    if ($product -eq 'Other') { $certificates = @() }
    foreach ($fqdn in $pool.Computers) { New-SimulationMachine $Estate $fqdn $Entry.Value $product @($kind) $certificates }
}

function New-SimulationExchangeMachine {
    param($Estate, $Entry)
    $version = Get-SimulationExchangeVersion $Entry.Value
    $year = Get-SimulationExchangeYear $version
    $fqdn = Get-SimulationFqdn $Estate $Entry.Name
    # Exchange 2010 has another shell: it is seen from the others only.
    if ($year -eq '2010') { return New-SimulationMachine $Estate $fqdn $Entry.Value 'Other' @('Other') @() }
    $kinds = @('Mailbox', 'ClientAccess' | Where-Object { Test-SimulationRole (Get-SimulationRole $Entry.Value) $version $_ })
    $certificates = @(Get-SimulationValue $Entry.Value 'certificates' @()) + 'auth'
    $machine = New-SimulationMachine $Estate $fqdn $Entry.Value 'Exchange' $kinds $certificates
    $machine.SetupVersion = [string](Get-SimulationValue $Entry.Value 'setupVersion' $version)
    if ($kinds -contains 'Mailbox') { $machine.Ucma = Get-SimulationUcma $Entry.Value; $machine.UcmaProducts = @(Get-SimulationUcmaProduct $Entry.Value) }
    # It stops by itself on healthy servers.
    if ($year -eq '2016') { $machine.Services += [pscustomobject][ordered]@{ Name = 'MSExchangeNotificationsBroker'; Status = 'Stopped'; StartType = 'Automatic' } }
    if ($year -in '2019', 'SE') { $machine.Services = @($machine.Services | Where-Object { $_.Name -notlike 'MSExchangeUM*' }) } else { $machine.FirewallRules = @(New-SimulationFirewallRule $Entry.Value) }
    return $machine
}

# Where UCMA says it is: the value of the registry, which may name the DLL or its folder, or be absent.
function Get-SimulationUcma {
    param($Description)
    $folder = 'Microsoft UCMA 4.0\Runtime\SSP'
    switch (Get-SimulationValue $Description 'ucma' 'dll') {
        'dll' { return $folder + '\Microsoft.Rtc.Internal.Ucweb.dll' }
        'nofile' { return $folder + '\Microsoft.Rtc.Internal.Ucweb.dll' }
        'folder' { return $folder }
        'blank' { return '' }
        'missing' { return $null }
        default { throw ('ucma: dll, folder, nofile, blank or missing, not ' + $_) }
    }
}

# The generations of UCMA that Windows lists as installed.
function Get-SimulationUcmaProduct {
    param($Description)
    $usual = @('4.0')
    if ((Get-SimulationValue $Description 'ucma' 'dll') -eq 'missing') { $usual = @() }
    return Get-SimulationValue $Description 'ucmaProducts' $usual
}

function New-SimulationMachineList {
    param($Estate)
    foreach ($entry in Get-SimulationEntry $Estate.exchange 'servers') { New-SimulationExchangeMachine $Estate $entry }
    foreach ($entry in Get-SimulationEntry $Estate.lync 'pools') { New-SimulationLyncMachine $Estate $entry }
}
