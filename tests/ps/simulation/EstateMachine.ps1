# What is on each simulated machine besides files: certificates, services, registry. Must not know of the products'
# directories.

$script:serviceNames = @{
    Mailbox = 'MSExchangeIS', 'MSExchangeMailboxAssistants', 'MSExchangeUM', 'W3SVC'
    ClientAccess = 'MSExchangeFrontEndTransport', 'MSExchangeUMCR', 'W3SVC'
    Lync = 'RTCSRV', 'REPLICA', 'W3SVC'
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
        PublicKeySize = Get-SimulationValue $certificate 'size' 2048; FriendlyName = Get-SimulationValue $certificate 'friendlyName' $Name
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
        Ucma = $null
        Services = @(foreach ($name in $names) { if ($absent -notcontains $name) { [pscustomobject][ordered]@{ Name = $name; Status = 'Running'; StartType = 'Automatic' } } })
        Certificates = @(foreach ($name in $Certificates) { New-SimulationCertificate $Estate $name })
        Roots = @(Get-SimulationRootList $Estate $Description)
        EncryptedSettings = Get-SimulationValue $Description 'encryptedSettings'
    }
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

function New-SimulationMachineList {
    param($Estate)
    foreach ($entry in Get-SimulationEntry $Estate.exchange 'servers') {
        $kinds = @('Mailbox', 'ClientAccess' | Where-Object { Test-SimulationRole (Get-SimulationRole $entry.Value) (Get-SimulationExchangeVersion $entry.Value) $_ })
        $certificates = @(Get-SimulationValue $entry.Value 'certificates' @()) + 'auth'
        $machine = New-SimulationMachine $Estate (Get-SimulationFqdn $Estate $entry.Name) $entry.Value 'Exchange' $kinds $certificates
        if ($kinds -contains 'Mailbox') { $machine.Ucma = Get-SimulationUcma $entry.Value }
        if ((Get-SimulationExchangeYear (Get-SimulationExchangeVersion $entry.Value)) -eq '2019') { $machine.Services = @($machine.Services | Where-Object { $_.Name -notlike 'MSExchangeUM*' }) }
        $machine
    }
    foreach ($entry in Get-SimulationEntry $Estate.lync 'pools') {
        foreach ($fqdn in (New-SimulationPool $Estate $entry).Computers) {
            New-SimulationMachine $Estate $fqdn $entry.Value 'Lync' @('Lync') @('lync')
        }
    }
}
