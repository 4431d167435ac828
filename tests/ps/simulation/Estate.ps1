# Reads an estate file and lays it out: a folder with the state of the products and the files of the machines. Must not
# know what is right or wrong in an estate; the files beside this one fill in what a description leaves to its default.

function Test-SimulationTree {
    param($Value)
    return $Value -is [System.Management.Automation.PSCustomObject]
}

# One description over another: objects merge, null takes away, everything else replaces.
function Merge-SimulationTree {
    param($Base, $Over)
    $merged = [ordered]@{}
    foreach ($property in $Base.PSObject.Properties) { $merged[$property.Name] = $property.Value }
    foreach ($property in $Over.PSObject.Properties) {
        if ($null -eq $property.Value) {
            $merged.Remove($property.Name)
        } elseif ($merged.Contains($property.Name) -and (Test-SimulationTree $merged[$property.Name]) -and (Test-SimulationTree $property.Value)) {
            $merged[$property.Name] = Merge-SimulationTree $merged[$property.Name] $property.Value
        } else {
            $merged[$property.Name] = $property.Value
        }
    }
    return [pscustomobject]$merged
}

# Several descriptions as one.
function Join-SimulationTree {
    param([object[]]$Tree)
    $joined = [pscustomobject]@{}
    foreach ($one in $Tree) { $joined = Merge-SimulationTree $joined $one }
    return $joined
}

# An estate file with what it extends.
function Get-SimulationEstate {
    param([Parameter(Mandatory = $true)][string]$Path)
    $estate = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($Path))
    $parent = Get-SimulationValue $estate 'extends'
    if ($null -eq $parent) { return $estate }
    $base = Get-SimulationEstate (Join-Path (Split-Path -Path $Path -Parent) ($parent + '.json'))
    return Merge-SimulationTree $base $estate
}

# The elements of a collection of an estate: objects with Name and Value.
function Get-SimulationEntry {
    param($Object, [string]$Name)
    foreach ($property in (Get-SimulationValue $Object $Name ([pscustomobject]@{})).PSObject.Properties) {
        New-Object PSObject -Property @{ Name = $property.Name; Value = $property.Value }
    }
}

# A name of the estate with its domain.
function Get-SimulationFqdn {
    param($Estate, [string]$Name)
    if ($Name.Contains('.')) { return $Name }
    return $Name.ToLowerInvariant() + '.' + $Estate.domain
}

# 40 hexadecimal digits that follow from a name, so that golden files stay the same.
function Get-SimulationThumbprint {
    param([string]$Name)
    $algorithm = [System.Security.Cryptography.SHA1]::Create()
    return [BitConverter]::ToString($algorithm.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Name))).Replace('-', '')
}

# @{name} in a value of an estate stands for the thumbprint of the certificate of that name.
function Expand-SimulationThumbprint {
    param([string]$Text)
    return [regex]::Replace($Text, '@\{(\w[\w-]*)\}', { param($match) Get-SimulationThumbprint $match.Groups[1].Value })
}

function New-SimulationRuntime {
    return [pscustomobject]@{ Elapsed = 0; Published = $null; AppPools = @(); Effective = @(); Events = @(); OverrideTimes = @(); GatewayTimes = @(); Services = @(); Replicas = @() }
}

# -Now puts the whole estate at another time than its own.
function New-Simulation {
    param([Parameter(Mandatory = $true)][string]$Estate, [Parameter(Mandatory = $true)][string]$Directory, [datetime]$Now)
    $description = Get-SimulationEstate $Estate
    if ($PSBoundParameters.ContainsKey('Now')) { $description.now = ConvertFrom-SimulationTime $Now }
    [void][System.IO.Directory]::CreateDirectory($Directory)
    $folder = (Resolve-Path -LiteralPath $Directory).ProviderPath
    $machines = @(New-SimulationMachineList $description)
    $state = [pscustomobject][ordered]@{
        Title = $description.title
        Now = ConvertFrom-SimulationTime (ConvertTo-SimulationTime $description.now)
        Domain = $description.domain
        Cloud = Get-SimulationValue $description 'cloud' 'Worldwide'
        OwaApplication = Get-SimulationValue $description 'owaApplication' 'outlookwebapp'
        Exchange = Join-SimulationTree (New-SimulationExchange $description), (New-SimulationExchangeOAuth $description), (New-SimulationExchangeVoice $description)
        Lync = Join-SimulationTree (New-SimulationLync $description), (New-SimulationLyncOAuth $description), (New-SimulationLyncVoice $description), (New-SimulationLyncEdge $description)
        Machines = $machines
        Network = New-SimulationNetwork $description $machines
        Runtime = New-SimulationRuntime
    }
    Save-SimulationState $state $folder
    foreach ($server in Get-SimulationEntry $description.exchange 'servers') { Write-SimulationServerFile $description $server $folder }
    $state = Get-SimulationState $folder
    Start-SimulationRuntime $state $description $folder
    Save-SimulationState $state $folder
    Save-SimulationStart $folder
    return [pscustomobject]@{
        Directory = $folder
        Title = $description.title
        Expect = $description.expect
        Scenarios = @(Get-SimulationValue $description 'scenarios' 'OwaIm')
        Requested = Get-SimulationValue $description 'requested' ([pscustomobject]@{})
        Computers = @($state.Machines | ForEach-Object { $_.Fqdn })
        BackEnds = @(Get-SimulationBackEnd $folder)
    }
}

# Deletes the folder of a simulation, read-only files too.
function Remove-Simulation {
    param([Parameter(Mandatory = $true)][string]$Directory)
    if ($script:simulation.Directory -eq $Directory) { Exit-Simulation }
    foreach ($file in [System.IO.Directory]::GetFiles($Directory, '*', [System.IO.SearchOption]::AllDirectories)) {
        [System.IO.File]::SetAttributes($file, [System.IO.FileAttributes]::Normal)
    }
    [System.IO.Directory]::Delete($Directory, $true)
}
