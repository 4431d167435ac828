# What the commands about trusted application pools, computers and applications of Lync do. All changes wait for
# Enable-CsTopology, and say so.

$script:enableWarning = 'The following changes must be made in order for the operation to be complete. Enable-CsTopology must still be run for all changes to take effect.'
$script:trustedPoolName = { param($item) $item.PoolFqdn; 'TrustedApplicationPool:' + $item.PoolFqdn }
$script:applicationName = { param($item) $item.PoolFqdn + '/' + $item.ApplicationId; $item.PoolFqdn + '/' + ($item.ApplicationId -replace '^urn:application:', '') }

function New-SimulationLyncError {
    param([string]$Message, [string]$Target)
    return New-SimulationError -Message $Message -Type 'ArgumentException' -Id 'ProcessRecord' -Category 'InvalidArgument' -Target $Target
}

function Save-SimulationTrusted {
    param($Call)
    Save-SimulationState $Call.State
    $Call.Cmdlet.WriteWarning($script:enableWarning)
}

function ConvertTo-SimulationTrustedPool {
    param($State, $Pool)
    $fields = [ordered]@{
        Identity = 'TrustedApplicationPool:' + $Pool.PoolFqdn; Registrar = 'Registrar:' + $Pool.Registrar; FileStore = $null
        Applications = @($State.Lync.TrustedApplications | Where-Object { $_.PoolFqdn -eq $Pool.PoolFqdn } | ForEach-Object { $_.ApplicationId }); DependentServiceList = @()
        ServiceId = '1-ExternalServer-1'; SiteId = $Pool.Site; PoolFqdn = $Pool.PoolFqdn; Version = 5; Role = 'TrustedApplicationPool'
    }
    if (-not $Pool.Registrar) { $fields['Registrar'] = $null }
    foreach ($name in 'ThrottleAsServer', 'TreatAsAuthenticated', 'OutboundOnly', 'RequiresReplication', 'AudioPortStart', 'AudioPortCount', 'AppSharingPortStart', 'AppSharingPortCount', 'VideoPortStart', 'VideoPortCount') { $fields[$name] = $Pool.$name }
    return New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayExternalServer' $fields
}

function ConvertTo-SimulationApplication {
    param($State, $Application)
    $fields = [ordered]@{
        Identity = $Application.PoolFqdn + '/' + $Application.ApplicationId; Protocol = $Application.Protocol; ApplicationId = $Application.ApplicationId
        TrustedApplicationPoolFqdn = $Application.PoolFqdn; Port = $Application.Port; LegacyApplicationName = $Application.ApplicationId -replace '^urn:application:', ''
        ServiceGruu = 'sip:' + $Application.PoolFqdn + '@' + $State.Domain + ';gruu;opaque=srvr:' + $Application.ApplicationId
    }
    $fields['ComputerGruus'] = @($State.Lync.TrustedComputers | Where-Object { $_.PoolFqdn -eq $Application.PoolFqdn } | ForEach-Object { $_.Fqdn + ' ' + $fields['ServiceGruu'] })
    return New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayTrustedApplication' $fields
}

# The pool that a registrar names, by FQDN or as Registrar:FQDN.
function Resolve-SimulationRegistrar {
    param($State, [string]$Text)
    $fqdn = $Text -replace '^Registrar:', ''
    $pool = $State.Lync.Pools | Where-Object { $_.Fqdn -eq $fqdn -and $_.Services -contains 'Registrar' }
    if ($null -eq $pool) { Stop-SimulationCommand (New-SimulationLyncError ('Cannot find a Registrar service "' + $Text + '" in the topology.') $Text) }
    return $pool.Fqdn
}

function Resolve-SimulationSite {
    param($State, [string]$Text)
    $site = $State.Lync.Sites | Where-Object { $_.SiteId -eq $Text }
    if ($null -eq $site) { Stop-SimulationCommand (New-SimulationLyncError ('Cannot find the site "' + $Text + '". Give the site ID.') $Text) }
    return $site.Identity
}

$script:behavior['Get-CsTrustedApplicationPool'] = {
    param($call)
    $pools = @(Select-SimulationItem $call.State.Lync.TrustedPools $call.Bound['Identity'] $script:trustedPoolName $script:lyncNotFound)
    if ($call.Bound['PoolFqdn']) { $pools = @(Select-SimulationItem $pools $call.Bound['PoolFqdn'] $script:trustedPoolName $script:lyncNotFound) }
    foreach ($pool in $pools) {
        if ($call.Bound['Filter'] -and ('TrustedApplicationPool:' + $pool.PoolFqdn) -notlike $call.Bound['Filter']) { continue }
        ConvertTo-SimulationTrustedPool $call.State $pool
    }
}

$script:behavior['New-CsTrustedApplicationPool'] = {
    param($call)
    $fqdn = Get-SimulationIdentity $call.Bound['Identity']
    if (@($call.State.Lync.TrustedPools | Where-Object { $_.PoolFqdn -eq $fqdn }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The pool "' + $fqdn + '" already exists.') $fqdn) }
    if ($fqdn -notmatch '^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$' -or -not $fqdn.Contains('.')) { Stop-SimulationCommand (New-SimulationLyncError ('"' + $fqdn + '" is not a fully qualified domain name.') $fqdn) }
    if (-not $call.Bound['Site']) { Stop-SimulationCommand (New-SimulationLyncError ('The pool "' + $fqdn + '" does not exist: -Site is needed.') $fqdn) }
    $site = Resolve-SimulationSite $call.State $call.Bound['Site']
    $registrar = $null
    if ($call.Bound['Registrar']) { $registrar = Resolve-SimulationRegistrar $call.State $call.Bound['Registrar'] }
    # As the product does, it replicates unless told not to.
    $replication = -not $call.Bound.ContainsKey('RequiresReplication') -or $call.Bound['RequiresReplication']
    if (-not (Test-SimulationProcess $call $fqdn)) { return }
    $computer = $fqdn
    if ($call.Bound['ComputerFqdn']) { $computer = $call.Bound['ComputerFqdn'] }
    $known = @($call.State.Machines | Where-Object { $_.Fqdn -eq $computer }).Count -gt 0
    if (-not $known) { $call.Cmdlet.WriteWarning('Machine ' + $computer + ' from the topology you are publishing was not found in Active Directory and will result in errors during Enable-CsTopology as it tries to prepare Active Directory entries for the topology machines.') }
    # A question of its own, which -Confirm:$false does not answer.
    if (-not $known -and -not $call.Bound['Force'] -and -not $call.Cmdlet.ShouldContinue('Do you still want to proceed with this operation?', 'Machine not found')) { return }
    $pool = New-SimulationTrustedPool $fqdn $registrar $site $replication
    $call.State.Lync.TrustedPools = @($call.State.Lync.TrustedPools) + $pool
    $call.State.Lync.TrustedComputers = @($call.State.Lync.TrustedComputers) + [pscustomobject][ordered]@{ Fqdn = $computer; PoolFqdn = $fqdn }
    Save-SimulationTrusted $call
    ConvertTo-SimulationTrustedPool $call.State $pool
}

$script:behavior['Set-CsTrustedApplicationPool'] = {
    param($call)
    $registrar = $null
    if ($call.Bound['Registrar']) { $registrar = Resolve-SimulationRegistrar $call.State $call.Bound['Registrar'] }
    foreach ($pool in Select-SimulationItem $call.State.Lync.TrustedPools $call.Bound['Identity'] $script:trustedPoolName $script:lyncNotFound) {
        if (-not (Test-SimulationProcess $call $pool.PoolFqdn)) { continue }
        foreach ($name in $call.Bound.Keys) {
            if ($null -ne $pool.PSObject.Properties[$name]) { $pool.$name = $call.Bound[$name] }
        }
        if ($registrar) { $pool.Registrar = $registrar }
        Save-SimulationTrusted $call
    }
}

# A pool goes with its computers and applications, but not without a registrar.
$script:behavior['Remove-CsTrustedApplicationPool'] = {
    param($call)
    foreach ($pool in Select-SimulationItem $call.State.Lync.TrustedPools $call.Bound['Identity'] $script:trustedPoolName $script:lyncNotFound) {
        if (-not $pool.Registrar) { Stop-SimulationCommand (New-SimulationLyncError ('The pool "' + $pool.PoolFqdn + '" has no Registrar; give it one before it can be removed.') $pool.PoolFqdn) }
        if (-not (Test-SimulationProcess $call $pool.PoolFqdn)) { continue }
        foreach ($list in 'TrustedPools', 'TrustedComputers', 'TrustedApplications') { $call.State.Lync.$list = @($call.State.Lync.$list | Where-Object { $_.PoolFqdn -ne $pool.PoolFqdn }) }
        Save-SimulationTrusted $call
    }
}

$script:behavior['Get-CsTrustedApplicationComputer'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Lync.TrustedComputers $call.Bound['Identity'] { param($item) $item.Fqdn } $script:lyncNotFound) {
        if ($call.Bound['Pool'] -and $item.PoolFqdn -ne $call.Bound['Pool']) { continue }
        New-SimulationObject 'Microsoft.Rtc.Management.Xds.DisplayComputer' ([ordered]@{ Identity = $item.Fqdn; Pool = $item.PoolFqdn; Fqdn = $item.Fqdn })
    }
}

$script:behavior['New-CsTrustedApplicationComputer'] = {
    param($call)
    $fqdn = Get-SimulationIdentity $call.Bound['Identity']
    $pool = Select-SimulationItem $call.State.Lync.TrustedPools $call.Bound['Pool'] $script:trustedPoolName $script:lyncNotFound
    if (@($call.State.Lync.TrustedComputers | Where-Object { $_.Fqdn -eq $fqdn }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The computer "' + $fqdn + '" already exists.') $fqdn) }
    if (-not (Test-SimulationProcess $call $fqdn)) { return }
    $call.State.Lync.TrustedComputers = @($call.State.Lync.TrustedComputers) + [pscustomobject][ordered]@{ Fqdn = $fqdn; PoolFqdn = $pool.PoolFqdn }
    Save-SimulationTrusted $call
}

$script:behavior['Remove-CsTrustedApplicationComputer'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Lync.TrustedComputers $call.Bound['Identity'] { param($item) $item.Fqdn } $script:lyncNotFound) {
        if (-not (Test-SimulationProcess $call $item.Fqdn)) { continue }
        $call.State.Lync.TrustedComputers = @($call.State.Lync.TrustedComputers | Where-Object { $_.Fqdn -ne $item.Fqdn })
        Save-SimulationTrusted $call
    }
}

$script:behavior['Get-CsTrustedApplication'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Lync.TrustedApplications $call.Bound['Identity'] $script:applicationName $script:lyncNotFound) {
        $id = $item.ApplicationId -replace '^urn:application:', ''
        if ($call.Bound['TrustedApplicationPoolFqdn'] -and $item.PoolFqdn -ne $call.Bound['TrustedApplicationPoolFqdn']) { continue }
        if ($call.Bound['ApplicationId'] -and ($call.Bound['ApplicationId'] -replace '^urn:application:', '') -ne $id) { continue }
        ConvertTo-SimulationApplication $call.State $item
    }
}

$script:behavior['New-CsTrustedApplication'] = {
    param($call)
    $fqdn = [string]$call.Bound['TrustedApplicationPoolFqdn']
    $id = [string]$call.Bound['ApplicationId']
    if ($call.Bound['Identity']) { $fqdn, $id = (Get-SimulationIdentity $call.Bound['Identity']).Split('/', 2) }
    $pool = Select-SimulationItem $call.State.Lync.TrustedPools $fqdn $script:trustedPoolName $script:lyncNotFound
    $item = New-SimulationApplication $pool.PoolFqdn $id $call.Bound['Port']
    $inPool = @($call.State.Lync.TrustedApplications | Where-Object { $_.PoolFqdn -eq $item.PoolFqdn })
    if ($item.ApplicationId -notmatch '^urn:application:[a-z0-9._-]+$') { Stop-SimulationCommand (New-SimulationLyncError ('The application ID "' + $id + '" has characters that are not allowed.') $id) }
    if (@($inPool | Where-Object { $_.ApplicationId -eq $item.ApplicationId }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The application "' + $id + '" already exists in the pool.') $id) }
    if ($item.Port -lt 1 -or $item.Port -gt 65535 -or @($inPool | Where-Object { $_.Port -eq $item.Port }).Count -gt 0) { Stop-SimulationCommand (New-SimulationLyncError ('The port ' + $item.Port + ' cannot be used: it is in use in the pool, or not a port.') $id) }
    if (-not (Test-SimulationProcess $call $item.ApplicationId)) { return }
    $call.State.Lync.TrustedApplications = @($call.State.Lync.TrustedApplications) + $item
    Save-SimulationTrusted $call
    ConvertTo-SimulationApplication $call.State $item
}

$script:behavior['Remove-CsTrustedApplication'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Lync.TrustedApplications $call.Bound['Identity'] $script:applicationName $script:lyncNotFound) {
        if (-not (Test-SimulationProcess $call ($item.PoolFqdn + '/' + $item.ApplicationId))) { continue }
        $call.State.Lync.TrustedApplications = @($call.State.Lync.TrustedApplications | Where-Object { $_.PoolFqdn -ne $item.PoolFqdn -or $_.ApplicationId -ne $item.ApplicationId })
        Save-SimulationTrusted $call
    }
}
