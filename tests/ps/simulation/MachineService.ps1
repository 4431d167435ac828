# Services of the products on a machine: what runs since when, and which settings it found when it started. Must not
# change what is configured.

$script:serviceCommand = @{
    'Start-Service' = 'Start'
    'Stop-Service' = 'Stop'
    'Restart-Service' = 'Stop', 'Start'
}

# What a service reads only when it starts.
function Get-SimulationServiceSetting {
    param($State, [string]$Fqdn, [string]$Name)
    $list = switch ($Name) { 'MSExchangeUM' { 'UmServices' } 'MSExchangeUMCR' { 'CallRouters' } default { '' } }
    if ($list) {
        $um = Select-SimulationByFqdn $State.Exchange.$list $Fqdn
        return $um.UMStartupMode + ' ' + (Get-SimulationValue $um 'SipTlsListeningPort' 5063)
    }
    if ($Name -eq 'RTCSRV') { return (@($State.Exchange.IpGateways | ForEach-Object { $_.Address } | Sort-Object) -join ' ') }
    return ''
}

function Get-SimulationServiceRun {
    param($State, [string]$Fqdn, [string]$Name)
    return Select-SimulationByFqdn $State.Runtime.Services ($Fqdn + '|' + $Name)
}

# A service that starts now, or that started then. Setting: what it found, if that is no longer what it would find.
function Set-SimulationServiceRun {
    param($State, [string]$Fqdn, [string]$Name, [datetime]$Time, [string]$Setting)
    if (-not $Setting) { $Setting = Get-SimulationServiceSetting $State $Fqdn $Name }
    Set-SimulationRuntimeItem $State 'Services' ([pscustomobject]@{ Fqdn = $Fqdn + '|' + $Name; Time = ConvertFrom-SimulationTime $Time; Setting = $Setting })
}

# At the start everything has run for a month with what is configured, but for what the estate says was not restarted:
# unified messaging runs in the mode of its installation then, and Lync knows no gateway.
function Start-SimulationServiceRun {
    param($State, $Estate)
    $time = (ConvertTo-SimulationTime $State.Now).AddDays(-30)
    $old = @(foreach ($entry in @(Get-SimulationEntry $Estate.exchange 'servers') + @(Get-SimulationEntry $Estate.lync 'pools')) {
        if (-not (Get-SimulationValue $entry.Value 'restarted' $true)) { (Get-SimulationFqdn $Estate $entry.Name) }
    })
    foreach ($machine in $State.Machines) {
        foreach ($service in $machine.Services) {
            $setting = ''
            if ($old -contains $machine.Fqdn) { $setting = switch -Wildcard ($service.Name) { 'MSExchangeUM*' { 'TCP 0' } 'RTCSRV' { 'none' } default { '' } } }
            Set-SimulationServiceRun $State $machine.Fqdn $service.Name $time $setting
        }
    }
}

# The processes that are the far side of a session with a machine, a number on each line.
function Get-SimulationSessionFile {
    param([string]$Fqdn)
    return [System.IO.Path]::Combine((Get-SimulationDirectory), 'sessions', $Fqdn + '.txt')
}

function Add-SimulationSession {
    param([string]$Fqdn)
    $file = Get-SimulationSessionFile $Fqdn
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
    [System.IO.File]::AppendAllText($file, [string]$PID + "`n")
}

# Sessions work through IIS, and end with it.
function Stop-SimulationSession {
    param([string]$Fqdn)
    $file = Get-SimulationSessionFile $Fqdn
    if (-not [System.IO.File]::Exists($file)) { return }
    foreach ($id in [System.IO.File]::ReadAllLines($file)) { Stop-Process -Id $id -Force -ErrorAction SilentlyContinue }
    [System.IO.File]::Delete($file)
}

# Starts or stops a service of a machine. IIS takes its application pools and sessions along.
function Set-SimulationServiceStatus {
    param([string]$Fqdn, [string]$Name, [string]$Action)
    $state = Get-SimulationState
    $service = (Get-SimulationMachine $state $Fqdn).Services | Where-Object { $_.Name -eq $Name }
    if ($Action -eq 'Stop') { $service.Status = 'Stopped' }
    if ($Action -eq 'Stop' -and $Name -eq 'W3SVC') { Stop-SimulationSession $Fqdn }
    if ($Action -eq 'Start' -and $service.Status -ne 'Running') {
        $service.Status = 'Running'
        $state.Runtime.Elapsed++
        Set-SimulationServiceRun $state $Fqdn $Name (Get-SimulationStateTime $state)
    }
    Save-SimulationState $state
    if ($Name -eq 'W3SVC' -and $Action -eq 'Start' -and $null -ne (Select-SimulationByFqdn $state.Exchange.Servers $Fqdn)) { Restart-SimulationPool $Fqdn }
}

function New-SimulationServiceError {
    param([string]$Name)
    return New-SimulationError -Message ("Cannot find any service with service name '" + $Name + "'.") -Type 'ServiceCommandException' -Id 'NoServiceFoundForGivenName' -Category 'ObjectNotFound' -Target $Name
}

# The names of services that belong to the products.
function Test-SimulationServiceName {
    param([string]$Name)
    return $Name -match '^(MSExchange|RTC|REPLICA$|W3SV)'
}

# Start-Service and its like, on this machine; other services are a matter of the real one.
function Invoke-SimulationService {
    param([string]$Command, [string]$Name, $Cmdlet)
    if (-not (Test-SimulationServiceName $Name)) { return & ('Microsoft.PowerShell.Management\' + $Command) -Name $Name }
    $machine = Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer
    if (@($machine.Services | Where-Object { $_.Name -eq $Name }).Count -eq 0) { Write-SimulationError (New-SimulationServiceError $Name) $Cmdlet; return }
    foreach ($action in $script:serviceCommand[$Command]) { Set-SimulationServiceStatus $machine.Fqdn $Name $action }
}

# The numbers of processes: each service of a machine has its own.
function Get-SimulationProcessId {
    param($Machine, [string]$Name)
    $names = @($Machine.Services | ForEach-Object { $_.Name })
    return 2000 + 4 * [array]::IndexOf($names, $Name)
}

# The ports that a running service listens on.
function Get-SimulationServicePort {
    param($State, [string]$Fqdn, [string]$Name)
    $mode, $port = (Get-SimulationServiceRun $State $Fqdn $Name).Setting.Split(' ')
    switch ($Name) {
        'W3SVC' { 80; 443 }
        'RTCSRV' { 5061 }
        'RTCMEDSRV' { 5067 }
        'MSExchangeUM' { if ($mode -ne 'TLS') { 5062 }; if ($mode -ne 'TCP') { [int]$port } }
        'MSExchangeUMCR' { if ($mode -ne 'TLS') { 5060 }; if ($mode -ne 'TCP') { [int]$port } }
    }
}

# The ports that are listened on, on this machine.
function Get-SimulationPort {
    $state = Get-SimulationState
    $machine = Get-SimulationMachine $state $script:simulation.Computer
    $ports = foreach ($service in $machine.Services) { if ($service.Status -eq 'Running') { Get-SimulationServicePort $state $machine.Fqdn $service.Name } }
    return @($ports | Sort-Object -Unique)
}

# Services and their processes as WMI shows them, for filters of the form Name = '...' OR ... and ProcessId = ...
function Get-SimulationServiceProcess {
    param($State, $Machine, [string]$Class, [string]$Filter)
    foreach ($service in $Machine.Services) {
        $id = Get-SimulationProcessId $Machine $service.Name
        $running = $service.Status -eq 'Running'
        if ($Class -eq 'Win32_Service' -and $Filter -match ("Name\s*=\s*'" + $service.Name + "'")) {
            New-SimulationObject 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Service' ([ordered]@{ Name = $service.Name; State = $service.Status; ProcessId = $(if ($running) { $id } else { 0 }) })
        }
        if ($Class -eq 'Win32_Process' -and $running -and $Filter -match ('^ProcessId\s*=\s*' + $id + '$')) {
            New-SimulationObject 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Process' ([ordered]@{
                ProcessId = $id; Name = $service.Name + '.exe'; CreationDate = (ConvertTo-SimulationTime (Get-SimulationServiceRun $State $Machine.Fqdn $service.Name).Time).ToLocalTime()
            })
        }
    }
}
