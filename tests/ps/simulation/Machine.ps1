# The commands of Windows that the simulated machine answers: certificate stores, services, event log, application pool.
# Global functions that stand before the commands; what is not simulated must go on to the real ones.

$script:machineCommand = @{
    'Get-ChildItem' = {
        $place = @($args | Where-Object { $_ -is [string] -and $_ -match '^(Microsoft\.PowerShell\.Security\\Certificate::|Cert:)' })
        if ($place.Count -gt 0) { return Invoke-SimulationMachine 'Certificate' @{ Path = $place[0] } }
        if ($MyInvocation.ExpectingInput) { return $input | Microsoft.PowerShell.Management\Get-ChildItem @args }
        Microsoft.PowerShell.Management\Get-ChildItem @args
    }
    # The registry is that of the simulated machine: scripts of plans read it too.
    'Get-ItemProperty' = {
        [CmdletBinding()]
        param([Parameter(Position = 0)][string[]]$Path, [string[]]$LiteralPath, [Parameter(Position = 1)][string[]]$Name)
        $place = @(@($LiteralPath) + @($Path) | Where-Object { $_ -like 'HKLM:*' })
        if ($place.Count -gt 0) { return Invoke-SimulationMachine 'Registry' @{ Key = $place[0] } $PSCmdlet }
        Microsoft.PowerShell.Management\Get-ItemProperty @PSBoundParameters
    }
    'Get-Service' = {
        [CmdletBinding()]
        param([Parameter(Position = 0, ValueFromPipeline = $true, ValueFromPipelineByPropertyName = $true)][string[]]$Name = @('*'))
        process { foreach ($one in $Name) { Invoke-SimulationMachine 'Service' @{ Name = $one } $PSCmdlet } }
    }
    'Get-WinEvent' = {
        [CmdletBinding()]
        param([Parameter(Mandatory = $true, Position = 0)][hashtable]$FilterHashtable, [long]$MaxEvents = 0)
        Invoke-SimulationMachine 'Event' @{ Filter = $FilterHashtable; Max = $MaxEvents } $PSCmdlet
    }
    'Get-CimInstance' = {
        [CmdletBinding()]
        param([Parameter(Mandatory = $true, Position = 0)][string]$ClassName, [string]$Filter = '')
        Invoke-SimulationMachine 'Worker' @{ Class = $ClassName; Filter = $Filter } $PSCmdlet
    }
    'Start-Service' = {
        [CmdletBinding(SupportsShouldProcess = $true)]
        param([Parameter(Mandatory = $true, Position = 0)][string]$Name)
        if ($PSCmdlet.ShouldProcess($Name, 'Start-Service')) { Invoke-SimulationMachine 'ServiceCommand' @{ Command = 'Start-Service'; Name = $Name } $PSCmdlet }
    }
    'Stop-Service' = {
        [CmdletBinding(SupportsShouldProcess = $true)]
        param([Parameter(Mandatory = $true, Position = 0)][string]$Name, [switch]$Force)
        if ($PSCmdlet.ShouldProcess($Name, 'Stop-Service')) { Invoke-SimulationMachine 'ServiceCommand' @{ Command = 'Stop-Service'; Name = $Name } $PSCmdlet }
    }
    'Restart-Service' = {
        [CmdletBinding(SupportsShouldProcess = $true)]
        param([Parameter(Mandatory = $true, Position = 0)][string]$Name, [switch]$Force)
        if ($PSCmdlet.ShouldProcess($Name, 'Restart-Service')) { Invoke-SimulationMachine 'ServiceCommand' @{ Command = 'Restart-Service'; Name = $Name } $PSCmdlet }
    }
    'Get-WebAppPoolState' = {
        [CmdletBinding()]
        param([Parameter(Position = 0)][string]$Name = '')
        Invoke-SimulationMachine 'PoolState' @{ Name = $Name } $PSCmdlet
    }
    'Restart-WebAppPool' = {
        [CmdletBinding(SupportsShouldProcess = $true)]
        param([Parameter(Mandatory = $true, Position = 0)][string]$Name)
        if ($PSCmdlet.ShouldProcess($Name, 'Restart-WebAppPool')) { Invoke-SimulationMachine 'PoolRestart' @{ Name = $Name } $PSCmdlet }
    }
}
$script:applicationPools = 'MSExchangeOWAAppPool', 'MSExchangeECPAppPool', 'MSExchangeServicesAppPool'

# Only a server with IIS and Exchange has the commands of application pools.
function Add-SimulationMachineCommand {
    param($Machine)
    foreach ($name in $script:machineCommand.Keys) {
        if ($name -like '*-WebAppPool*' -and $Machine.Product -ne 'Exchange') { continue }
        Set-Item -LiteralPath ('Function:\global:' + $name) -Value ([scriptblock]::Create([string]$script:machineCommand[$name]))
    }
}

function Remove-SimulationMachineCommand {
    foreach ($name in $script:machineCommand.Keys) {
        if (Test-Path -LiteralPath ('Function:\' + $name)) { Remove-Item -LiteralPath ('Function:\' + $name) }
    }
}

# Where the global functions come back to.
function Invoke-SimulationMachine {
    param([string]$What, [hashtable]$Argument, $Cmdlet)
    $state = Get-SimulationLook
    $machine = Get-SimulationMachine $state $script:simulation.Computer
    switch ($What) {
        'Certificate' { Get-SimulationCertificateStore $machine $Argument.Path }
        'Registry' { [pscustomobject](Get-SimulationRegistryKey -Key $Argument.Key) }
        'Service' { Get-SimulationService $machine $Argument.Name $Cmdlet }
        'ServiceCommand' { Invoke-SimulationService $Argument.Command $Argument.Name $Cmdlet }
        'Event' { Get-SimulationEvent $state $machine $Argument.Filter $Argument.Max $Cmdlet }
        'Worker' { Get-SimulationWorker $state $machine $Argument.Class $Argument.Filter }
        'PoolState' { Get-SimulationPoolState $Argument.Name $Cmdlet }
        'PoolRestart' {
            if ($script:applicationPools -notcontains $Argument.Name) { Write-SimulationError (New-SimulationPoolError $Argument.Name) $Cmdlet; return }
            if ($Argument.Name -eq 'MSExchangeOWAAppPool') { Restart-SimulationPool $machine.Fqdn }
        }
    }
}

# The worker process of the application pool of OWA, services, and their processes. No other class and filter is simulated.
function Get-SimulationWorker {
    param($State, $Machine, [string]$Class, [string]$Filter)
    if ($Class -eq 'Win32_Service' -or $Filter -match '^ProcessId') { return Get-SimulationServiceProcess $State $Machine $Class $Filter }
    if ($Class -ne 'Win32_Process' -or $Filter -notmatch "^Name\s*=\s*'w3wp\.exe'$") { throw ('Not simulated: ' + $Class + ' ' + $Filter) }
    foreach ($pool in @($State.Runtime.AppPools | Where-Object { $_.Fqdn -eq $Machine.Fqdn })) {
        New-SimulationObject 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Process' ([ordered]@{
            Name = 'w3wp.exe'; CommandLine = 'c:\windows\system32\inetsrv\w3wp.exe -ap "MSExchangeOWAAppPool" -v "v4.0" -h "MSExchangeOWAAppPool.config"'
            CreationDate = (ConvertTo-SimulationTime $pool.Started).ToLocalTime()
        })
    }
}

function New-SimulationPoolError {
    param([string]$Name)
    return New-SimulationError -Message ("Cannot find path 'IIS:\AppPools\" + $Name + "' because it does not exist.") -Type 'ItemNotFoundException' -Id 'PathNotFound' -Category 'ObjectNotFound' -Target $Name
}

function Get-SimulationPoolState {
    param([string]$Name, $Cmdlet)
    $wanted = @($script:applicationPools | Where-Object { -not $Name -or $_ -eq $Name })
    if ($wanted.Count -eq 0) { Write-SimulationError (New-SimulationPoolError $Name) $Cmdlet }
    foreach ($pool in $wanted) {
        New-SimulationObject 'Microsoft.IIs.PowerShell.Framework.ConfigurationAttribute' ([ordered]@{ ItemXPath = "/system.applicationHost/applicationPools/add[@name='" + $pool + "']"; Value = 'Started' })
    }
}

function ConvertTo-SimulationStoreCertificate {
    param([string]$Store, $Certificate)
    $names = @($Certificate.Domains | ForEach-Object { [pscustomobject]@{ Unicode = $_; Punycode = $_ } })
    return New-SimulationObject 'System.Security.Cryptography.X509Certificates.X509Certificate2' ([ordered]@{
        PSParentPath = 'Microsoft.PowerShell.Security\Certificate::LocalMachine\' + $Store; PSChildName = $Certificate.Thumbprint
        Thumbprint = $Certificate.Thumbprint; Subject = $Certificate.Subject; Issuer = $Certificate.Issuer; FriendlyName = $Certificate.FriendlyName
        NotBefore = (ConvertTo-SimulationTime $Certificate.NotBefore).ToLocalTime(); NotAfter = (ConvertTo-SimulationTime $Certificate.NotAfter).ToLocalTime()
        HasPrivateKey = $Certificate.HasPrivateKey; DnsNameList = $names
    })
}

function Get-SimulationCertificateStore {
    param($Machine, [string]$Path)
    $parts = @($Path.Trim('\', '/') -split '[\\/:]+' | Select-Object -Skip 1)
    if ($Path -like 'Microsoft.PowerShell.Security*') { $parts = @($Path -split '::' | Select-Object -Last 1) -split '[\\/]+' }
    if ($parts.Count -lt 2 -or $parts[0] -ne 'LocalMachine') { return }
    $thumbprint = '*'
    if ($parts.Count -gt 2) { $thumbprint = $parts[2] }
    if ($parts[1] -eq 'My') { foreach ($certificate in $Machine.Certificates | Where-Object { $_.Thumbprint -like $thumbprint }) { ConvertTo-SimulationStoreCertificate 'My' $certificate } }
    if ($parts[1] -ne 'Root') { return }
    foreach ($root in $Machine.Roots | Where-Object { $_.Thumbprint -like $thumbprint }) {
        ConvertTo-SimulationStoreCertificate 'Root' ([pscustomobject]@{
            Thumbprint = $root.Thumbprint; Subject = $root.Subject; Issuer = $root.Subject; FriendlyName = ''; HasPrivateKey = $false; Domains = @()
            NotBefore = '2016-01-01T00:00:00Z'; NotAfter = '2046-01-01T00:00:00Z'
        })
    }
}

# Services of the products only; everything else is a matter of the real machine.
function Get-SimulationService {
    param($Machine, [string]$Name, $Cmdlet)
    $found = @($Machine.Services | Where-Object { $_.Name -like $Name })
    foreach ($service in $found) {
        $fields = [ordered]@{ Name = $service.Name; DisplayName = $service.Name; Status = $service.Status }
        # .NET Framework has it from 4.6.1 on.
        if (-not $Machine.OldFramework) { $fields['StartType'] = $service.StartType }
        New-SimulationObject 'System.ServiceProcess.ServiceController' $fields
    }
    if ($found.Count -gt 0 -or [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Name)) { return }
    if (-not (Test-SimulationServiceName $Name)) { return Microsoft.PowerShell.Management\Get-Service -Name $Name }
    Write-SimulationError (New-SimulationServiceError $Name) $Cmdlet
}

function Get-SimulationEvent {
    param($State, $Machine, [hashtable]$Filter, [long]$Max, $Cmdlet)
    $found = @($State.Runtime.Events | Where-Object { $_.Fqdn -eq $Machine.Fqdn } | Sort-Object -Property { ConvertTo-SimulationTime $_.Time } -Descending)
    if ($Filter['LogName']) { $found = @($found | Where-Object { @($Filter['LogName']) -contains $_.Log }) }
    if ($Filter['ProviderName']) { $found = @($found | Where-Object { $provider = $_.Provider; @(@($Filter['ProviderName']) | Where-Object { $provider -like $_ }).Count -gt 0 }) }
    if ($Filter['Id']) { $found = @($found | Where-Object { @($Filter['Id']) -contains $_.Id }) }
    if ($Filter['StartTime']) { $found = @($found | Where-Object { (ConvertTo-SimulationTime $_.Time) -ge ([datetime]$Filter['StartTime']).ToUniversalTime() }) }
    if ($Filter['EndTime']) { $found = @($found | Where-Object { (ConvertTo-SimulationTime $_.Time) -le ([datetime]$Filter['EndTime']).ToUniversalTime() }) }
    if ($found.Count -eq 0) {
        Write-SimulationError (New-SimulationError -Message 'No events were found that match the specified selection criteria.' -Type 'Exception' -Id 'NoMatchingEventsFound' -Category 'ObjectNotFound') $Cmdlet
        return
    }
    if ($Max -gt 0) { $found = @($found | Select-Object -First $Max) }
    foreach ($entry in $found) {
        New-SimulationObject 'System.Diagnostics.Eventing.Reader.EventLogRecord' ([ordered]@{
            Id = $entry.Id; TimeCreated = (ConvertTo-SimulationTime $entry.Time).ToLocalTime(); ProviderName = $entry.Provider; LogName = $entry.Log
            LevelDisplayName = $entry.Level; MachineName = $Machine.Fqdn; Message = $entry.Message
        })
    }
}
