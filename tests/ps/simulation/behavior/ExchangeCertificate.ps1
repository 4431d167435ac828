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

# All services, in the order in which the product names them.
$script:services = 'IMAP', 'POP', 'UM', 'IIS', 'SMTP', 'Federation', 'UMCallRouter'
# Those that one certificate at most can have; of the others several may have one.
$script:single = 'IIS', 'UM', 'UMCallRouter'
$script:umList = @{ UM = 'UmServices'; UMCallRouter = 'CallRouters' }

# Unified messaging takes a certificate only where it is installed, and only in a mode that uses one.
function Assert-SimulationCertificateService {
    param($State, $Server, [string[]]$Services)
    foreach ($name in @($Services | Where-Object { $script:umList.ContainsKey($_) })) {
        $um = Select-SimulationByFqdn $State.Exchange.($script:umList[$name]) $Server.Fqdn
        if ($null -eq $um) { Stop-SimulationCommand (New-SimulationError -Message ('The service ' + $name + ' is not on the server ' + $Server.Name + '.') -Type 'ArgumentException' -Target $Server.Name) }
        if ($um.UMStartupMode -eq 'TCP') { Stop-SimulationCommand (New-SimulationError -Message ('The startup mode of ' + $name + ' is TCP: it uses no certificate.') -Type 'InvalidOperationException' -Target $Server.Name) }
    }
}

# Services are added, never taken away, but for those that only one certificate can have.
$script:behavior['Enable-ExchangeCertificate'] = {
    param($call)
    $name = $call.Bound['Server']
    if (-not $name) { $name = $script:simulation.Computer }
    $server = @(Select-SimulationServer $call.State $name)[0]
    Assert-SimulationReachable $server
    $thumbprint = $call.Bound['Thumbprint']
    if ($call.Bound['Identity']) { $thumbprint = (Get-SimulationIdentity $call.Bound['Identity']).Split('\')[-1] }
    $machine = Get-SimulationMachine $call.State $server.Fqdn
    $certificate = @($machine.Certificates | Where-Object { $_.Thumbprint -eq $thumbprint })
    if ($certificate.Count -eq 0) { Stop-SimulationCommand (New-SimulationError -Message ('The certificate with thumbprint ' + $thumbprint + ' was not found.') -Type 'InvalidOperationException' -Target $thumbprint) }
    $wanted = @(@($call.Bound['Services']) | ForEach-Object { ([string]$_).Split(',') } | ForEach-Object { $_.Trim() } | Where-Object { $_ })
    Assert-SimulationCertificateService $call.State $server $wanted
    if (-not (Test-SimulationProcess $call $thumbprint)) { return }
    foreach ($one in $machine.Certificates) {
        $list = @($one.Services.Split(',') | ForEach-Object { $_.Trim() } | Where-Object { $_ -and $_ -ne 'None' })
        if ($one.Thumbprint -eq $thumbprint) { $list += @($wanted | Where-Object { $list -notcontains $_ }) } else { $list = @($list | Where-Object { $script:single -notcontains $_ -or $wanted -notcontains $_ }) }
        $one.Services = 'None'
        if ($list.Count -gt 0) { $one.Services = @($script:services | Where-Object { $list -contains $_ }) -join ', ' }
    }
    Save-SimulationState $call.State
}
