# What runs: the application pool of Outlook on the web, the settings it has loaded, the first sign-in after it started,
# and the events that both leave. Must not change what is configured.

# Takes the element of one machine in a list of the runtime for another one.
function Set-SimulationRuntimeItem {
    param($State, [string]$List, $Item)
    $State.Runtime.$List = @(@($State.Runtime.$List | Where-Object { $_.Fqdn -ne $Item.Fqdn }) + $Item)
}

function Update-SimulationOverride {
    param($State, $Server)
    $values = Get-SimulationEffectiveOverride $State $Server
    $read = @(foreach ($override in $State.Exchange.Overrides) {
        [pscustomobject]@{ Name = $override.Name; Reason = $override.Reason; ModifiedBy = $override.ModifiedBy; ComponentName = $override.ComponentName; SectionName = $override.SectionName
            Status = Get-SimulationOverrideStatus $State $override $Server; Parameters = @($override.Parameters) }
    })
    Set-SimulationRuntimeItem $State 'Effective' ([pscustomobject]@{
        Fqdn = $Server.Fqdn; IMServerName = $values.IMServerName; IMCertificateThumbprint = $values.IMCertificateThumbprint
        Updated = ConvertFrom-SimulationTime (Get-SimulationStateTime $State); Overrides = $read
    })
}

# The settings that a starting pool finds: those of web.config in Exchange 2013, the refreshed overrides in later ones.
function Get-SimulationPoolSetting {
    param($State, $Server, [string]$Directory)
    $path = Get-SimulationWebConfigPath $Directory $Server.Fqdn
    try {
        $settings = Get-SimulationAppSetting $path
    } catch [System.Xml.XmlException] {
        return @{ Problem = 'The configuration file of Outlook on the web is malformed.' }
    }
    if ((Get-SimulationExchangeYear $Server.Version) -ne '2013') {
        $effective = Select-SimulationByFqdn $State.Runtime.Effective $Server.Fqdn
        return @{ IMServerName = $effective.IMServerName; IMCertificateThumbprint = $effective.IMCertificateThumbprint }
    }
    $encrypted = (Get-SimulationMachine $State $Server.Fqdn).EncryptedSettings
    if ($null -ne $encrypted) {
        foreach ($property in $encrypted.PSObject.Properties) { if (-not $settings.ContainsKey($property.Name)) { $settings[$property.Name] = $property.Value } }
    }
    return @{ IMServerName = $settings['IMServerName']; IMCertificateThumbprint = $settings['IMCertificateThumbprint'] }
}

# The pool starts anew and loads its settings. A file that was written before is from before: its time is of the
# machine that runs the test, whose clock is another.
function Start-SimulationPool {
    param($State, $Server, [string]$Directory)
    $now = Get-SimulationStateTime $State
    $path = Get-SimulationWebConfigPath $Directory $Server.Fqdn
    if ([System.IO.File]::GetLastWriteTimeUtc($path) -gt $now) { Set-SimulationWriteTime $path $now.AddSeconds(-30) }
    $setting = Get-SimulationPoolSetting $State $Server $Directory
    Set-SimulationRuntimeItem $State 'AppPools' ([pscustomobject]@{
        Fqdn = $Server.Fqdn; Started = ConvertFrom-SimulationTime $now; Problem = $setting['Problem']
        IMServerName = $setting['IMServerName']; IMCertificateThumbprint = $setting['IMCertificateThumbprint']
    })
}

function Set-SimulationWriteTime {
    param([string]$Path, [datetime]$Time)
    $attributes = [System.IO.File]::GetAttributes($Path)
    [System.IO.File]::SetAttributes($Path, [System.IO.FileAttributes]::Normal)
    [System.IO.File]::SetLastWriteTimeUtc($Path, $Time)
    [System.IO.File]::SetAttributes($Path, $attributes)
}

# The first sign-in after a start makes the endpoint, and says in the event log how that went.
function Add-SimulationSignIn {
    param($State, [string]$Fqdn, [string]$Directory)
    $fault = Get-SimulationEndpointFault $State $Directory $Fqdn
    $id = 112
    $message = 'The Instant Messaging Endpoint Manager has been initialized successfully.'
    if ($null -ne $fault) { $id = $fault.Id; $message = $fault.Message }
    $State.Runtime.Events = @($State.Runtime.Events) + [pscustomobject]@{
        Fqdn = $Fqdn; Log = 'Application'; Provider = 'MSExchange OWA'; Id = $id; Message = $message
        Level = $(if ($id -eq 112) { 'Information' } else { 'Error' }); Time = ConvertFrom-SimulationTime (Get-SimulationStateTime $State)
    }
    if ($id -eq 112) { [void][System.IO.Directory]::CreateDirectory((Get-SimulationInstallPath $Directory $Fqdn) + (ConvertTo-SimulationPath 'Logging\OWA\InstantMessaging')) }
}

# A user signs in to Outlook on the web on a back end server.
function Invoke-SimulationSignIn {
    param([Parameter(Mandatory = $true)][string]$Computer, [string]$Directory)
    $folder = Get-SimulationDirectory $Directory
    $state = Get-SimulationState $folder
    $state.Runtime.Elapsed++
    Add-SimulationSignIn $state (Get-SimulationMachine $state $Computer).Fqdn $folder
    Save-SimulationState $state $folder
}

# A pool that is recycled; the sign-ins of its users follow at once.
function Restart-SimulationPool {
    param([string]$Computer)
    $folder = Get-SimulationDirectory
    $state = Get-SimulationState
    $state.Runtime.Elapsed++
    $server = Select-SimulationByFqdn $state.Exchange.Servers (Get-SimulationMachine $state $Computer).Fqdn
    if (Test-SimulationBackEnd $server) { Start-SimulationPool $state $server $folder }
    Save-SimulationState $state
    if (Test-SimulationBackEnd $server) { Invoke-SimulationSignIn -Computer $Computer }
}

# Trusted pools as the topology has them after Enable-CsTopology.
function Publish-SimulationTopology {
    param($State)
    $State.Runtime.Published = [pscustomobject]@{ Pools = @($State.Lync.TrustedPools); Computers = @($State.Lync.TrustedComputers); Applications = @($State.Lync.TrustedApplications) }
}

# Lync says which servers it found by their dial plans.
function Add-SimulationKnownServer {
    param($State)
    $found = @(Get-SimulationAutodiscovered $State | Sort-Object -Unique)
    foreach ($machine in $State.Machines | Where-Object { $_.Product -eq 'Lync' -and $found.Count -gt 0 }) {
        foreach ($name in $found) {
            $State.Runtime.Events = @($State.Runtime.Events) + [pscustomobject]@{
                Fqdn = $machine.Fqdn; Log = 'Lync Server'; Provider = 'LS Protocol Stack'; Id = 14493; Message = 'Added to the list of known servers: ' + $name
                Level = 'Information'; Time = ConvertFrom-SimulationTime (Get-SimulationStateTime $State)
            }
        }
    }
}

# At the start all runs with what is configured, but for what the estate says was not done.
function Start-SimulationRuntime {
    param($State, $Estate, [string]$Directory)
    if (Get-SimulationValue $Estate.lync 'topologyEnabled' $true) {
        Publish-SimulationTopology $State
    } else {
        $State.Runtime.Published = [pscustomobject]@{ Pools = @(); Computers = @(); Applications = @() }
    }
    $State.Runtime.Elapsed = -60
    foreach ($server in $State.Exchange.Servers) {
        if (-not (Test-SimulationBackEnd $server)) { continue }
        $description = $Estate.exchange.servers.($server.Name)
        $blank = [pscustomobject]@{ Fqdn = $server.Fqdn; Started = $State.Now; Problem = $null; IMServerName = ''; IMCertificateThumbprint = '' }
        Set-SimulationRuntimeItem $State 'Effective' ([pscustomobject]@{
            Fqdn = $server.Fqdn; IMServerName = ''; IMCertificateThumbprint = ''
            Updated = ConvertFrom-SimulationTime (ConvertTo-SimulationTime $State.Now).AddDays(-31); Overrides = @()
        })
        if (Get-SimulationValue $description 'refreshed' $true) { Update-SimulationOverride $State $server }
        if (Get-SimulationValue $description 'recycled' $true) {
            Start-SimulationPool $State $server $Directory
        } else {
            $blank.Started = ConvertFrom-SimulationTime (ConvertTo-SimulationTime $State.Now).AddDays(-30)
            Set-SimulationRuntimeItem $State 'AppPools' $blank
        }
        Add-SimulationSignIn $State $server.Fqdn $Directory
    }
    Add-SimulationKnownServer $State
    Start-SimulationServiceRun $State $Estate
    Start-SimulationReplica $State $Estate
    $State.Runtime.Elapsed = 0
}
