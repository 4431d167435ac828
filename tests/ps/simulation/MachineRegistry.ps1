# The registry of a simulated machine and the versions of its files: the values that facts are made of. Must not touch the
# registry of the machine that runs the test, which may have none.

$script:imKey = 'HKLM:\SYSTEM\CurrentControlSet\Services\MSExchange OWA\InstantMessaging'
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
    $machine = Get-SimulationMachine (Get-SimulationState) $script:simulation.Computer
    if ($Key -eq $script:tcpKey) { $values['Domain'] = $machine.Domain }
    if ($Key -eq $script:setupKey -and $machine.Product -eq 'Exchange') { $values['MsiInstallPath'] = Get-SimulationInstallPath $script:simulation.Directory $machine.Fqdn }
    if ($Key -eq $script:imKey -and $null -ne $machine.Ucma) {
        $values['ImplementationDLLPath'] = ''
        if ($machine.Ucma -ne '') { $values['ImplementationDLLPath'] = Get-SimulationMachinePath $script:simulation.Directory $machine.Fqdn $machine.Ucma }
    }
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
    foreach ($number in (Get-SimulationMachine (Get-SimulationState) $script:simulation.Computer).UcmaProducts) {
        $name = 'Microsoft Unified Communications Managed API ' + $number + ', Runtime'
        if ($name -like $Like) { New-Object PSObject -Property @{ DisplayName = $name; DisplayVersion = $script:ucmaVersion[$number] } }
    }
}

# The version of a file of the products: ExSetup.exe has that of the build, with zeros before short numbers.
function Get-SimulationFileVersion {
    param([Parameter(Mandatory = $true)][string]$Path)
    if ($null -eq $script:simulation.Computer) { return }
    $machine = Get-SimulationMachine (Get-SimulationState) $script:simulation.Computer
    if ($Path -like '*ExSetup.exe' -and $machine.SetupVersion) {
        $build = [version]$machine.SetupVersion
        return '{0:00}.{1:00}.{2:0000}.{3:000}' -f $build.Major, $build.Minor, $build.Build, $build.Revision
    }
    if ($Path -like '*Microsoft.Rtc.Internal.Ucweb.dll') { return $script:ucmaVersion['4.0'] }
}
