# Facts of the machine: where Exchange is, the instant messaging provider, services, application pools, events, the log
# folder and ports. Reads only; on a machine without Exchange the questions about OWA have no answer, which is no error.

$script:UcProviderKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'

$script:UcProviderFile = 'Microsoft.Rtc.Internal.Ucweb.dll'

$script:UcOwaPools = @('MSExchangeOWAAppPool')

$script:UcOwaEvents = @(83..88) + @(100..112)

# Each tells of one server or of all, so several of a number are read.
$script:UcLyncEventCount = 20

$script:UcLyncEvents = @(
    @{ Source = 'LS Exchange Unified Messaging Routing'; Id = 44024 }
    @{ Source = 'LS Protocol Stack'; Id = 14492 }
    @{ Source = 'LS Protocol Stack'; Id = 14493 }
    @{ Source = 'LS Protocol Stack'; Id = 14495 }
)

Add-UcSection -Path 'machine.installPath' -Text "Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup'" -Read {
    param($Context)
    $Context.InstallPath = Get-UcInstallPath
    if (-not $Context.InstallPath) { return }
    $record = [ordered]@{ path = $Context.InstallPath }
    $version = Get-UcFileVersion -Path ($Context.InstallPath + 'Bin\ExSetup.exe')
    if ($version) { $record['setupVersion'] = $version }
    $record
}

# The value names the library or the folder that holds it; both are found in the field.
Add-UcSection -Path 'machine.provider' -Text "Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'" -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    $record = [ordered]@{ registryPath = $script:UcProviderKey }
    $value = Get-UcRegistryValue -Key $script:UcProviderKey -Name 'ImplementationDLLPath'
    if ($null -eq $value) { return $record }
    $record['implementationDllPath'] = [string]$value
    $file = ([string]$value).Trim().Trim('"').Trim()
    if ($file -eq '') { return $record }
    if ($file -notlike '*.dll') { $file = $file.TrimEnd('\') + '\' + $script:UcProviderFile }
    $record['libraryPath'] = $file
    # .NET Framework refuses to look for a path with characters that none can have.
    try { $record['libraryExists'] = [bool](Test-Path -LiteralPath $file -PathType Leaf -ErrorAction Stop) } catch [System.ArgumentException] { $record['libraryExists'] = $false }
    if ($record['libraryExists']) {
        $version = Get-UcFileVersion -Path $file
        if ($version) { $record['libraryVersion'] = $version }
    }
    $record
}

# Which generation of UCMA is there: Exchange uses 4.0 alone.
Add-UcSection -Path 'machine.ucma' -Text "Get-ChildItem 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall'" -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    foreach ($product in (Get-UcInstalledProduct -Like '*Unified Communications Managed API*')) {
        ConvertTo-UcRecord $product 'name DisplayName Text!', 'version DisplayVersion Text'
    }
}

Add-UcSection -Path 'machine.appPools' -Text 'Get-WebAppPoolState' -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    $states = @{}
    foreach ($name in $script:UcOwaPools) {
        $state = @(Get-UcAnswer $Context 'Get-WebAppPoolState' @{ Name = $name } -Target $name)
        if ($state.Count -eq 0) { continue }
        # A state is an object with a value, or the text itself.
        $value = Get-UcMember $state[0] 'Value'
        if ($null -eq $value) { $value = $state[0] }
        $states[$name] = [string]$value
    }
    if ($states.Count -eq 0) { return }
    $started = Get-UcWorkerStart -Context $Context
    foreach ($name in $script:UcOwaPools) {
        if (-not $states.ContainsKey($name)) { continue }
        $record = [ordered]@{ name = $name; state = $states[$name] }
        if ($started.ContainsKey($name)) { $record['started'] = $started[$name] }
        $record
    }
}

# One query for each number, for its newest event: a flood of one kind must not push out the others.
Add-UcSection -Path 'machine.events' -Text 'Get-WinEvent' -Command 'Get-WinEvent' -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    foreach ($id in $script:UcOwaEvents) {
        foreach ($one in (Get-UcEvent -Filter @{ LogName = 'Application'; ProviderName = 'MSExchange OWA'; Id = $id })) { ConvertTo-UcRecord $one 'id Id Number!', 'time TimeCreated Time!', 'message Message Text' }
    }
}

# The same for those of Lync that tell which servers it found, knows, added and removed.
Add-UcSection -Path 'machine.lyncEvents' -Text 'Get-WinEvent' -Command 'Get-WinEvent' -Read {
    param($Context)
    foreach ($kind in $script:UcLyncEvents) {
        $filter = @{ LogName = 'Lync Server'; ProviderName = $kind.Source; Id = $kind.Id }
        try {
            $found = @(Get-UcEvent -Filter $filter -Count $script:UcLyncEventCount)
        } catch {
            # Neither log nor source: not a server of Lync.
            if ($_.FullyQualifiedErrorId -match '^NoMatching(Logs|Providers)Found') { continue }
            throw
        }
        foreach ($one in $found) {
            $record = [ordered]@{ source = $kind.Source }
            foreach ($field in (ConvertTo-UcRecord $one 'id Id Number!', 'time TimeCreated Time!', 'message Message Text').GetEnumerator()) { $record[$field.Key] = $field.Value }
            $record
        }
    }
}

Add-UcSection -Path 'machine.imLogFolder' -Text 'Test-Path' -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    $parent = $Context.InstallPath + 'Logging\OWA'
    $folder = $parent + '\InstantMessaging'
    [ordered]@{
        path         = $folder
        exists       = [bool](Test-Path -LiteralPath $folder -PathType Container)
        parentExists = [bool](Test-Path -LiteralPath $parent -PathType Container)
    }
}

# Only patterns: a name without a wildcard is an error where the service is not installed.
Add-UcSection -Path 'machine.services' -Text 'Get-Service' -Read {
    param($Context)
    $started = Get-UcServiceStart -Context $Context
    foreach ($service in (Get-UcAnswer $Context 'Get-Service' @{ Name = 'MSExchange*', 'RTC*', 'W3SV[C]' })) {
        $record = ConvertTo-UcRecord $service 'name Name Text!', 'status Status Text', 'startType StartType Text'
        if (-not $record['startType']) { $record['startType'] = Get-UcServiceStartType -Name $record['name'] }
        if (-not $record['startType']) { $record.Remove('startType') }
        if ($started.ContainsKey($record['name'])) { $record['started'] = $started[$record['name']] }
        $record
    }
}

Add-UcSection -Path 'machine.listeners' -Text '[IPGlobalProperties]::GetActiveTcpListeners()' -Read {
    param($Context)
    foreach ($port in (Get-UcListenerPort)) { [ordered]@{ port = [int]$port } }
}
