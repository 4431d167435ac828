# The state of a simulation: one JSON file in its folder, read and written whole, so that a process that is killed
# leaves the state before or after a command, and other processes see it. Must not know what the state means.

# A property that may be absent. A list comes out as its elements: callers that want a list say @().
function Get-SimulationValue {
    param($Object, [string]$Name, $Default = $null)
    if ($null -eq $Object) { return $Default }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property -or $null -eq $property.Value) { return $Default }
    return $property.Value
}

# Newer shells make dates of the strings in JSON, older ones do not.
function ConvertTo-SimulationTime {
    param($Value)
    if ($Value -is [datetime]) { return $Value.ToUniversalTime() }
    $style = [System.Globalization.DateTimeStyles]::AdjustToUniversal -bor [System.Globalization.DateTimeStyles]::AssumeUniversal
    return [datetime]::Parse([string]$Value, [System.Globalization.CultureInfo]::InvariantCulture, $style)
}

function ConvertFrom-SimulationTime {
    param([datetime]$Time)
    return $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [System.Globalization.CultureInfo]::InvariantCulture)
}

function Get-SimulationDirectory {
    param([string]$Directory)
    if ($Directory) { return $Directory }
    if ($null -eq $script:simulation.Directory) { throw 'No simulation was entered, and no -Directory is given.' }
    return $script:simulation.Directory
}

function Get-SimulationState {
    param([string]$Directory)
    $path = Join-Path (Get-SimulationDirectory $Directory) 'state.json'
    return ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($path))
}

# The state for those who only look: reading it is quick, making objects of it is not, so the last ones are kept for as long
# as the file says the same. Must not be changed by whoever gets it.
$script:looked = @{ Text = $null; State = $null }
function Get-SimulationLook {
    param([string]$Directory, [string]$File = 'state.json')
    $text = [System.IO.File]::ReadAllText((Join-Path (Get-SimulationDirectory $Directory) $File))
    if (-not [string]::Equals($text, $script:looked.Text)) { $script:looked = @{ Text = $text; State = (ConvertFrom-Json -InputObject $text) } }
    return $script:looked.State
}

# From now on a change is seen only after so many looks at it, as where another domain controller answers.
function Set-SimulationDelay {
    param([Parameter(Mandatory = $true)][string]$Directory, [Parameter(Mandatory = $true)][int]$Count)
    [System.IO.File]::WriteAllText((Join-Path $Directory 'delay.txt'), [string]$Count)
}

# A server that is asked to refresh its setting overrides does not, and says so in its answer, from now on; without a text it
# does again.
function Set-SimulationRefreshError {
    param([Parameter(Mandatory = $true)][string]$Directory, [string]$Text = '')
    [System.IO.File]::WriteAllText((Join-Path $Directory 'refresh.txt'), $Text)
}

function Get-SimulationRefreshError {
    $file = Join-Path (Get-SimulationDirectory) 'refresh.txt'
    if ([System.IO.File]::Exists($file)) { return [System.IO.File]::ReadAllText($file) }
}

# Keeps the state of before a change for those who look early.
function Save-SimulationOldState {
    param([string]$Directory)
    $delay = Join-Path $Directory 'delay.txt'
    if (-not [System.IO.File]::Exists($delay)) { return }
    [System.IO.File]::Copy((Join-Path $Directory 'state.json'), (Join-Path $Directory 'state.old.json'), $true)
    [System.IO.File]::Copy($delay, (Join-Path $Directory 'looks.txt'), $true)
}

# The state as a command sees it that only looks.
function Get-SimulationSeenState {
    $folder = Get-SimulationDirectory
    $looks = Join-Path $folder 'looks.txt'
    if (-not [System.IO.File]::Exists($looks)) { return Get-SimulationLook }
    $left = [int][System.IO.File]::ReadAllText($looks)
    if ($left -le 0) { return Get-SimulationLook }
    [System.IO.File]::WriteAllText($looks, [string]($left - 1))
    return Get-SimulationLook -File 'state.old.json'
}

function Save-SimulationState {
    param([Parameter(Mandatory = $true)]$State, [string]$Directory)
    $path = Join-Path (Get-SimulationDirectory $Directory) 'state.json'
    Save-SimulationOldState (Get-SimulationDirectory $Directory)
    $fresh = $path + '.new'
    [System.IO.File]::WriteAllText($fresh, (ConvertTo-Json -InputObject $State -Depth 12))
    if ([System.IO.File]::Exists($path)) {
        [System.IO.File]::Replace($fresh, $path, [System.Management.Automation.Language.NullString]::Value)
    } else {
        [System.IO.File]::Move($fresh, $path)
    }
}

# The time in the simulation: that of the estate, and a minute for each thing that takes one.
function Get-SimulationTime {
    param([string]$Directory)
    return Get-SimulationStateTime (Get-SimulationLook $Directory)
}

function Get-SimulationStateTime {
    param($State)
    return (ConvertTo-SimulationTime $State.Now).AddMinutes($State.Runtime.Elapsed)
}

function Get-SimulationMachine {
    param($State, [string]$Computer)
    foreach ($machine in $State.Machines) {
        if ($machine.Fqdn -eq $Computer -or $machine.Name -eq $Computer) { return $machine }
    }
    throw ('The estate has no machine ' + $Computer + '.')
}

# The element of a list of the state that belongs to a machine, or nothing.
function Select-SimulationByFqdn {
    param($Item, [string]$Fqdn)
    foreach ($one in $Item) {
        if ($one.Fqdn -eq $Fqdn) { return $one }
    }
}
