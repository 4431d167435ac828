# Makes the modules Exchange and Lync: for each command that the simulation can play and that the version of the product
# has, a function with the parameters of the reference. Must not hold parameters of its own: what the reference lacks is
# in commands.json.

$script:reference = $null
$script:productName = @{
    Exchange = @{ '2013' = 'Exchange Server 2013'; '2016' = 'Exchange Server 2016'; '2019' = 'Exchange Server 2019'; 'SE' = 'Exchange Server SE' }
    # The reference has no name for Skype for Business Server SE, whose commands are those of 2019.
    Lync = @{ '2013' = 'Lync Server 2013'; '2015' = 'Skype for Business Server 2015'; '2019' = 'Skype for Business Server 2019'; 'SE' = 'Skype for Business Server 2019' }
}
# Types of the products that PowerShell has too; all others are passed as they come.
$script:parameterType = @{
    'String' = 'string'; 'String[]' = 'string[]'; 'Fqdn' = 'string'; 'Boolean' = 'bool'; 'System.Boolean' = 'bool'; 'SwitchParameter' = 'switch'
    'Int32' = 'int'; 'System.Int32' = 'int'; 'UInt16' = 'uint16'; 'UInt32' = 'uint32'; 'Int64' = 'long'; 'UInt64' = 'uint64'
    'DateTime' = 'datetime'; 'System.DateTime' = 'datetime'; 'Guid' = 'guid'; 'Version' = 'version'; 'Uri' = 'uri'; 'CertType[]' = 'string[]'
    'SecureString' = 'securestring'; 'PSCredential' = 'pscredential'; 'Byte[]' = 'byte[]'
}

function Get-SimulationReferencePath {
    $folder = $env:UC_REFERENCE
    if (-not $folder) { $folder = Join-Path $PSScriptRoot '../../../../shared/reference' }
    return (Resolve-Path -LiteralPath (Join-Path $folder 'cmdlets.json')).ProviderPath
}

# The reference with our additions; parsed once, since it is large.
function Get-SimulationReference {
    if ($null -ne $script:reference) { return $script:reference }
    $own = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Join-Path $PSScriptRoot 'commands.json')))
    $all = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText((Get-SimulationReferencePath)))
    $script:reference = @{ Cmdlets = (Merge-SimulationTree $all.cmdlets $own.cmdlets); Absent = $own.absent; Values = $own.values }
    return $script:reference
}

# The names of the commands that the shell of a product's version has here.
function Get-SimulationCommand {
    param([Parameter(Mandatory = $true)][string]$Shell, [Parameter(Mandatory = $true)][string]$Version)
    $reference = Get-SimulationReference
    $absent = @(Get-SimulationValue $reference.Absent ($Shell + $Version) @())
    foreach ($name in $script:behavior.Keys | Sort-Object) {
        $cmdlet = Get-SimulationValue $reference.Cmdlets $name
        if ($null -eq $cmdlet) { throw ($name + ' is neither in the reference nor in commands.json.') }
        if (@($cmdlet.applicable) -contains $script:productName[$Shell][$Version] -and $absent -notcontains $name) { $name }
    }
}

# A parameter set by the names of its parameters: some commands have hundreds, in a dozen sets.
function ConvertTo-SimulationParameterSet {
    param($Set)
    $entries = @{}
    foreach ($parameter in $Set.parameters) { $entries[$parameter.name] = $parameter }
    $positional = @(foreach ($parameter in $Set.parameters) { if ($parameter.positional) { $parameter.name } })
    return @{ Name = $Set.name; Default = $Set.default; Entries = $entries; Positional = $positional }
}

# The parameter sets that a version has: a set whose mandatory or only own parameters belong to another version is not one.
function Select-SimulationParameterSet {
    param($Cmdlet, [hashtable]$Known)
    $sets = @(foreach ($set in $Cmdlet.parameter_sets) { ConvertTo-SimulationParameterSet $set })
    foreach ($set in $sets) {
        $own = 0
        $kept = 0
        $lost = 0
        foreach ($name in $set.Entries.Keys) {
            if ($set.Entries[$name].required -and -not $Known.ContainsKey($name)) { $lost++ }
            $holders = 0
            foreach ($other in $sets) { if ($other.Entries.ContainsKey($name)) { $holders++ } }
            if ($holders -gt 1) { continue }
            $own++
            if ($Known.ContainsKey($name)) { $kept++ }
        }
        if ($lost -eq 0 -and ($sets.Count -eq 1 -or $own -eq 0 -or $kept -gt 0)) { $set }
    }
}

# The reference does not say which set is the default. Commands of certificates take a thumbprint: only so may -Server
# stand alone, as the examples of the reference have it.
function Get-SimulationDefaultSet {
    param([object[]]$Sets)
    $chosen = @($Sets | Where-Object { $_.Default }) + @($Sets | Where-Object { $_.Name -eq 'Thumbprint' }) + @($Sets | Where-Object { $_.Name -eq 'Identity' }) + $Sets
    return $chosen[0].Name
}

function Get-SimulationParameterAttribute {
    param([object[]]$Sets, $Parameter)
    $name = $Parameter.name
    foreach ($set in $Sets) {
        if (-not $set.Entries.ContainsKey($name)) { continue }
        $words = @()
        if ($set.Name -ne '(All)') { $words += "ParameterSetName = '" + $set.Name + "'" }
        if ($set.Entries[$name].required) { $words += 'Mandatory = $true' }
        if ($set.Entries[$name].positional) { $words += 'Position = ' + [array]::IndexOf($set.Positional, $name) }
        # Only identities come by value: a pipeline has objects with many properties, and one value goes to one parameter.
        if ($Parameter.pipeline_input -match '^True$|ByValue' -and $name -eq 'Identity') { $words += 'ValueFromPipeline = $true' }
        if ($Parameter.pipeline_input -match '^True') { $words += 'ValueFromPipelineByPropertyName = $true' }
        '[Parameter(' + ($words -join ', ') + ')]'
    }
}

# The values of an enumeration, where the reference or our additions have all of them.
function Get-SimulationValidateSet {
    param($Parameter)
    if ($script:parameterType.ContainsKey($Parameter.type) -or $Parameter.type -match 'IdParameter|Identity$|MultiValued|Unlimited|AllowedServices|ProxyAddress|ByteQuantifiedSize|MimeTextFormat|\[\]$') { return '' }
    $values = @($Parameter.accepted_values)
    if ($values.Count -eq 0) { $values = @($Parameter.values_in_description) }
    if ($values.Count -eq 0) { $values = @(Get-SimulationValue (Get-SimulationReference).Values $Parameter.type @()) }
    $values = @($values | Where-Object { $_ })
    if ($values.Count -lt 2 -or @($values | Where-Object { $_ -notmatch '^\w+$' }).Count -gt 0) { return '' }
    return "[ValidateSet('" + ($values -join "', '") + "')]"
}

function ConvertTo-SimulationParameter {
    param([object[]]$Sets, $Parameter)
    $attributes = @(Get-SimulationParameterAttribute $Sets $Parameter)
    if ($attributes.Count -eq 0) { return }
    $type = 'object'
    $validate = Get-SimulationValidateSet $Parameter
    if ($validate) { $type = 'string' }
    if ($script:parameterType.ContainsKey($Parameter.type)) { $type = $script:parameterType[$Parameter.type] }
    return '        ' + ($attributes -join '') + $validate + '[' + $type + ']$' + $Parameter.name
}

function ConvertTo-SimulationFunction {
    param([string]$Name, $Cmdlet, [string]$Product)
    $known = @{}
    # Some pages list a parameter twice, in two spellings.
    $parameters = @(foreach ($parameter in $Cmdlet.parameters) {
        if (@($parameter.applicable) -notcontains $Product -or $known.ContainsKey($parameter.name)) { continue }
        $known[$parameter.name] = $true
        $parameter
    })
    $sets = @(Select-SimulationParameterSet $Cmdlet $known)
    $binding = @()
    if ($sets.Count -gt 1) { $binding += "DefaultParameterSetName = '" + (Get-SimulationDefaultSet $sets) + "'" }
    if ($known.ContainsKey('WhatIf')) { $binding += 'SupportsShouldProcess = $true' }
    if ($known.ContainsKey('WhatIf') -and $Name -like 'Remove-*') { $binding += "ConfirmImpact = 'High'" }
    $own = @($parameters | Where-Object { @('WhatIf', 'Confirm') -notcontains $_.name })
    return @(
        'function ' + $Name + ' {'
        '    [CmdletBinding(' + ($binding -join ', ') + ')]'
        '    param('
        (@(foreach ($parameter in $own) { ConvertTo-SimulationParameter $sets $parameter }) -join ",`r`n")
        '    )'
        "    process { Invoke-SimulationCommand '" + $Name + "' " + '$PSBoundParameters $PSCmdlet }'
        '}'
    )
}

# The folder of generated modules changes its name with what they are made from, so that none is ever stale.
function Get-SimulationModuleFolder {
    param([string]$Shell, [string]$Version)
    $inputs = @(Get-SimulationReferencePath) + @('Generate.ps1', 'commands.json' | ForEach-Object { Join-Path $PSScriptRoot $_ })
    $behaviors = @(Microsoft.PowerShell.Management\Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'behavior') | ForEach-Object { $_.FullName })
    $facts = @(foreach ($path in $inputs + $behaviors) { $item = Get-Item -LiteralPath $path; $item.FullName + $item.Length + $item.LastWriteTimeUtc.Ticks })
    $key = (Get-SimulationSha256 ([System.Text.Encoding]::UTF8.GetBytes($facts -join '|'))).Substring(0, 16)
    return [System.IO.Path]::Combine([System.IO.Path]::GetTempPath(), 'uc-simulation-' + $key, $Shell + $Version)
}

# The path of the module of a shell, made if it is not there yet.
function Get-SimulationModulePath {
    param([string]$Shell, [string]$Version)
    $folder = Get-SimulationModuleFolder $Shell $Version
    $path = Join-Path $folder ($Shell + '.psm1')
    if ([System.IO.File]::Exists($path)) { return $path }
    $reference = Get-SimulationReference
    $lines = @(foreach ($name in Get-SimulationCommand $Shell $Version) { ConvertTo-SimulationFunction $name $reference.Cmdlets.$name $script:productName[$Shell][$Version] })
    [void][System.IO.Directory]::CreateDirectory($folder)
    # Another process may be making the same module: each writes its own file, and the last move wins.
    $fresh = Join-Path $folder ([Guid]::NewGuid().ToString('N'))
    [System.IO.File]::WriteAllText($fresh, ($lines -join "`r`n"))
    Microsoft.PowerShell.Management\Move-Item -LiteralPath $fresh -Destination $path -Force
    return $path
}
