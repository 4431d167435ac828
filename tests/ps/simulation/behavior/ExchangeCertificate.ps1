# What the commands about the certificates of Exchange servers do. State in, objects out.

function Get-SimulationCertificateStatus {
    param($State, $Certificate)
    $now = Get-SimulationStateTime $State
    if ($now -gt (ConvertTo-SimulationTime $Certificate.NotAfter) -or $now -lt (ConvertTo-SimulationTime $Certificate.NotBefore)) { return 'DateInvalid' }
    return 'Valid'
}

function ConvertTo-SimulationExchangeCertificate {
    param($State, $Server, $Certificate)
    return New-SimulationExchangeObject 'Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeCertificate' ([ordered]@{
        Identity = $Server.Fqdn + '\' + $Certificate.Thumbprint; Thumbprint = $Certificate.Thumbprint; Subject = $Certificate.Subject; Issuer = $Certificate.Issuer
        CertificateDomains = @($Certificate.Domains); Services = $Certificate.Services; Status = Get-SimulationCertificateStatus $State $Certificate
        NotBefore = (ConvertTo-SimulationTime $Certificate.NotBefore).ToLocalTime(); NotAfter = (ConvertTo-SimulationTime $Certificate.NotAfter).ToLocalTime()
        HasPrivateKey = $Certificate.HasPrivateKey; IsSelfSigned = $Certificate.IsSelfSigned; PublicKeySize = $Certificate.PublicKeySize
        RootCAType = $(if ($Certificate.IsSelfSigned) { 'None' } else { 'Enterprise' }); FriendlyName = $Certificate.FriendlyName
    })
}

# Without a server the command speaks of the one that the shell runs on.
$script:behavior['Get-ExchangeCertificate'] = {
    param($call)
    $name = $call.Bound['Server']
    $thumbprint = $call.Bound['Thumbprint']
    if ($call.Bound['Identity']) {
        $parts = @((Get-SimulationIdentity $call.Bound['Identity']).Split('\'))
        $thumbprint = $parts[-1]
        if ($parts.Count -gt 1) { $name = $parts[0] }
    }
    if (-not $name) { $name = $script:simulation.Computer }
    foreach ($server in Select-SimulationServer $call.State $name) {
        Assert-SimulationReachable $server
        $certificates = @((Get-SimulationMachine $call.State $server.Fqdn).Certificates | Where-Object { -not $thumbprint -or $_.Thumbprint -eq $thumbprint })
        if ($thumbprint -and $certificates.Count -eq 0) {
            Stop-SimulationCommand (New-SimulationError -Message ('The certificate with thumbprint ' + $thumbprint + ' was not found.') -Type 'InvalidOperationException' -Target $thumbprint)
        }
        foreach ($certificate in $certificates) { ConvertTo-SimulationExchangeCertificate $call.State $server $certificate }
    }
}

$script:behavior['Get-AuthConfig'] = {
    param($call)
    $config = $call.State.Exchange.AuthConfig
    New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthConfig' ([ordered]@{
        Name = 'Auth Configuration'; Identity = 'Auth Configuration'; ServiceName = '00000002-0000-0ff1-ce00-000000000000'; Realm = ''
        CurrentCertificateThumbprint = $config.CurrentCertificateThumbprint; PreviousCertificateThumbprint = $config.PreviousCertificateThumbprint
        NextCertificateThumbprint = $config.NextCertificateThumbprint; NextCertificateEffectiveDate = $null
    })
}
