# What a simulation looked like at its start and looks like now: each file by its bytes, the products by the meaning of
# their state. Must not see what a work that was undone may leave: log files, and what runs (caches, clock, events).

function Get-SimulationSha256 {
    param([byte[]]$Bytes)
    $algorithm = [System.Security.Cryptography.SHA256]::Create()
    return [BitConverter]::ToString($algorithm.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant()
}

# One line for each value, "path = value". Lists of the products have no order, so their elements are sorted; what is empty is
# not set.
function ConvertTo-SimulationCanonical {
    param($Value, [int]$Depth = 0)
    if ($null -eq $Value -or ($Value -is [string] -and $Value -eq '')) { return 'null' }
    if ($Value -is [datetime]) { return ConvertFrom-SimulationTime $Value }
    if ($Value -is [array]) {
        $elements = @(foreach ($one in $Value) { ConvertTo-SimulationCanonical $one ($Depth + 1) })
        [System.Array]::Sort($elements, [System.StringComparer]::Ordinal)
        return '[' + ($elements -join ', ') + ']'
    }
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        $names = @($Value.PSObject.Properties | ForEach-Object { $_.Name })
        [System.Array]::Sort($names, [System.StringComparer]::Ordinal)
        return '{' + (@(foreach ($name in $names) { $name + '=' + (ConvertTo-SimulationCanonical $Value.PSObject.Properties[$name].Value ($Depth + 1)) }) -join ', ') + '}'
    }
    return ([string]$Value)
}

# One line for each value of each property of an object.
function Get-SimulationPropertyLine {
    param([string]$Of, $Object)
    foreach ($property in $Object.PSObject.Properties) {
        foreach ($item in @($property.Value)) { $Of + '.' + $property.Name + ' ' + (ConvertTo-SimulationCanonical $item) }
    }
}

# The lines of a simulation: one for each object of the products, one for each thing on a machine, one for each file.
function Get-SimulationLine {
    param([string]$Directory)
    $state = Get-SimulationState $Directory
    foreach ($product in 'Exchange', 'Lync') { Get-SimulationPropertyLine $product $state.$product }
    foreach ($machine in $state.Machines) { Get-SimulationPropertyLine ('Machine ' + $machine.Fqdn) $machine }
    $root = Join-Path $Directory 'machines'
    foreach ($file in [System.IO.Directory]::GetFiles($root, '*', [System.IO.SearchOption]::AllDirectories)) {
        if ($file -match '[\\/]Logging[\\/]') { continue }
        $name = $file.Substring($root.Length + 1).Replace('\', '/')
        'File ' + $name + ' ' + (Get-SimulationSha256 ([System.IO.File]::ReadAllBytes($file))) + ' ' + ([System.IO.File]::GetAttributes($file) -band [System.IO.FileAttributes]::ReadOnly)
    }
}

# One SHA-256 for everything.
function Get-SimulationHash {
    param([string]$Directory)
    $lines = @(Get-SimulationLine (Get-SimulationDirectory $Directory))
    [System.Array]::Sort($lines, [System.StringComparer]::Ordinal)
    return Get-SimulationSha256 ([System.Text.Encoding]::UTF8.GetBytes(($lines -join "`n")))
}

function Save-SimulationStart {
    param([string]$Directory)
    [System.IO.File]::WriteAllLines((Join-Path $Directory 'start.txt'), [string[]]@(Get-SimulationLine $Directory))
}

# What differs from the start, as text: "- " was there, "+ " is there now. Nothing if all is as it was.
function Compare-SimulationStart {
    param([string]$Directory)
    $folder = Get-SimulationDirectory $Directory
    $before = @([System.IO.File]::ReadAllLines((Join-Path $folder 'start.txt')))
    $after = @(Get-SimulationLine $folder)
    foreach ($line in $before) { if ($after -cnotcontains $line) { '- ' + $line } }
    foreach ($line in $after) { if ($before -cnotcontains $line) { '+ ' + $line } }
}
