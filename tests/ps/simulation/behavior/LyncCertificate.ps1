# What the commands about the certificates of Lync do: those of this computer, and the one of OAuth, which belongs to all
# computers and which a computer shows when it is asked for. State in, objects out.

# A certificate of the estate, wherever it is: the one of OAuth is copied to all.
function Get-SimulationLyncStore {
    param($State, [string]$Thumbprint)
    foreach ($machine in @(Get-SimulationMachine $State $script:simulation.Computer) + @($State.Machines | Where-Object { $_.Product -eq 'Lync' })) {
        foreach ($certificate in $machine.Certificates) { if ($certificate.Thumbprint -eq $Thumbprint) { return $certificate } }
    }
}

# In some shells the names are one text, or are lost; a list in the others.
function ConvertTo-SimulationAlternativeName {
    param($State, $Certificate)
    switch ($State.Lync.Version) {
        '2015' { return @($Certificate.Domains) -join ', ' }
        '2019' { return '' }
        'SE' { return '' }
    }
    return , @($Certificate.Domains)
}

# The list of types in the reference is not all of them.
$script:behavior['Get-CsCertificate'] = {
    param($call)
    foreach ($assigned in $call.State.Lync.Certificates) {
        if ($assigned.Fqdn -and $assigned.Fqdn -ne $script:simulation.Computer) { continue }
        if ($call.Bound['Type'] -and $call.Bound['Type'] -notcontains $assigned.Use) { continue }
        $certificate = Get-SimulationLyncStore $call.State $assigned.Thumbprint
        New-SimulationObject 'Microsoft.Rtc.Management.Deployment.CertificateReference' ([ordered]@{
            Issuer = $certificate.Issuer; NotAfter = (ConvertTo-SimulationTime $certificate.NotAfter).ToLocalTime(); NotBefore = (ConvertTo-SimulationTime $certificate.NotBefore).ToLocalTime()
            SerialNumber = $certificate.Thumbprint.Substring(0, 16); Subject = $certificate.Subject; AlternativeNames = ConvertTo-SimulationAlternativeName $call.State $certificate; Thumbprint = $certificate.Thumbprint; Use = $assigned.Use
        })
    }
}

$script:behavior['Set-CsCertificate'] = {
    param($call)
    $thumbprint = $call.Bound['Thumbprint']
    $machine = Get-SimulationMachine $call.State $script:simulation.Computer
    if (@($machine.Certificates | Where-Object { $_.Thumbprint -eq $thumbprint }).Count -eq 0) { Stop-SimulationCommand (New-SimulationLyncError ('The certificate ' + $thumbprint + ' is not in the store of the computer.') $thumbprint) }
    if (-not (Test-SimulationProcess $call $thumbprint)) { return }
    foreach ($type in $call.Bound['Type']) {
        $fqdn = $machine.Fqdn
        if ($type -eq 'OAuthTokenIssuer') { $fqdn = '' }
        $others = @($call.State.Lync.Certificates | Where-Object { $_.Use -ne $type -or $_.Fqdn -ne $fqdn })
        $call.State.Lync.Certificates = $others + [pscustomobject][ordered]@{ Fqdn = $fqdn; Use = $type; Thumbprint = $thumbprint.ToUpperInvariant() }
    }
    Save-SimulationState $call.State
}
