# The registry of a simulated machine and the versions of its files: the values that facts are made of. Must not touch the
# registry of the machine that runs the test, which may have none.

$script:imKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
$script:schannelKey = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'
$script:windowsKey = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$script:tcpKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'

$script:setupKey = 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup'
$script:serviceKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\'
$script:startNumber = @{ Automatic = 2; Manual = 3; Disabled = 4 }

# The values of a key of the machine that was entered; none where it has no such key, or where no machine was entered. The
# state keeps paths without the folder of the machine, which may be copied.
function Get-SimulationRegistryKey {
    param([Parameter(Mandatory = $true)][string]$Key)
    $values = @{}
    if ($null -eq $script:simulation.Computer) { return $values }
    $machine = Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer
    if ($Key -eq $script:tcpKey) { $values['Domain'] = $machine.Domain }
    if ($Key -eq $script:setupKey -and $machine.Product -eq 'Exchange') { $values['MsiInstallPath'] = Get-SimulationInstallPath $script:simulation.Directory $machine.Fqdn }
    if ($Key -eq $script:imKey -and $null -ne $machine.Ucma) {
        $values['ImplementationDLLPath'] = ''
        if ($machine.Ucma -ne '') { $values['ImplementationDLLPath'] = Get-SimulationMachinePath $script:simulation.Directory $machine.Fqdn $machine.Ucma }
    }
    foreach ($value in $machine.Registry) { if ($value.Key -eq $Key) { $values[$value.Name] = ConvertTo-SimulationRegistryValue $value.Value } }
    foreach ($service in $machine.Services) { if ($Key -eq $script:serviceKey + $service.Name) { $values['Start'] = $script:startNumber[$service.StartType] } }
    return $values
}

function Get-SimulationRegistryValue {
    param([Parameter(Mandatory = $true)][string]$Key, [Parameter(Mandatory = $true)][string]$Name)
    return (Get-SimulationRegistryKey -Key $Key)[$Name]
}

# The names and versions under which Windows lists UCMA: 5.0 is the file version of UCMA 4.0.
$script:ucmaVersion = @{ '4.0' = '5.0.8308.0'; '5.0' = '6.0.9319.0'; '6.0' = '7.0.2046.0' }

function Get-SimulationInstalledProduct {
    param([Parameter(Mandatory = $true)][string]$Like)
    if ($null -eq $script:simulation.Computer) { return }
    foreach ($number in (Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer).UcmaProducts) {
        $name = 'Microsoft Unified Communications Managed API ' + $number + ', Runtime'
        if ($name -like $Like) { New-Object PSObject -Property @{ DisplayName = $name; DisplayVersion = $script:ucmaVersion[$number] } }
    }
}

# The version of a file of the products: ExSetup.exe has that of the build, with zeros before short numbers.
function Get-SimulationFileVersion {
    param([Parameter(Mandatory = $true)][string]$Path)
    if ($null -eq $script:simulation.Computer) { return }
    $machine = Get-SimulationMachine (Get-SimulationLook) $script:simulation.Computer
    if ($Path -like '*ExSetup.exe' -and $machine.SetupVersion) {
        $build = [version]$machine.SetupVersion
        return '{0:00}.{1:00}.{2:0000}.{3:000}' -f $build.Major, $build.Minor, $build.Build, $build.Revision
    }
    if ($Path -like '*Microsoft.Rtc.Internal.Ucweb.dll') { return $script:ucmaVersion['4.0'] }
}

# A number as the registry gives it: 32 bits with a sign, where JSON has more.
function ConvertTo-SimulationRegistryValue {
    param($Value)
    if ($Value -is [long] -or $Value -is [int]) { return [BitConverter]::ToInt32([BitConverter]::GetBytes([long]$Value), 0) }
    return $Value
}

# A value of a machine of the state.
function Get-SimulationMachineValue {
    param($Machine, [string]$Key, [string]$Name)
    foreach ($value in $Machine.Registry) { if ($value.Key -eq $Key -and $value.Name -eq $Name) { return $value.Value } }
}

# The protocols that a machine speaks as Client or Server. Windows Server 2008 R2 has the newer ones, and does not use them
# until the registry says so.
function Get-SimulationProtocol {
    param($Machine, [string]$Side)
    $old = [int](Get-SimulationMachineValue $Machine $script:windowsKey 'CurrentBuildNumber') -le 7601
    foreach ($protocol in 'TLS 1.0', 'TLS 1.1', 'TLS 1.2') {
        $key = $script:schannelKey + '\' + $protocol + '\' + $Side
        $enabled = Get-SimulationMachineValue $Machine $key 'Enabled'
        $disabled = Get-SimulationMachineValue $Machine $key 'DisabledByDefault'
        if ($null -eq $disabled) { $disabled = [int]($old -and $protocol -ne 'TLS 1.0') }
        if ($enabled -ne 0 -or $null -eq $enabled) { if ($disabled -eq 0) { $protocol } }
    }
}

# What keeps two machines from connecting, in either direction.
function Get-SimulationProtocolFault {
    param($One, $Other)
    foreach ($pair in @(@($One, $Other), @($Other, $One))) {
        $server = @(Get-SimulationProtocol $pair[1] 'Server')
        if (@(Get-SimulationProtocol $pair[0] 'Client' | Where-Object { $server -contains $_ }).Count -eq 0) { $pair[0].Name + ' and ' + $pair[1].Name + ' have no TLS protocol in common.' }
    }
}
