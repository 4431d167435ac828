# The state that a step changes: reading it from the products and files, and comparing it with what a plan says. Reads
# only; a state is a hashtable of properties, or nothing where the object does not exist.

# Whether two values are the same. Lists are sets; what is not set is the same as what is empty, except in files.
function Test-UcSameValue {
    param($Left, $Right, [bool]$Exact)
    if ($Exact -and (($null -eq $Left) -ne ($null -eq $Right))) { return $false }
    $texts = foreach ($value in $Left, $Right) {
        $items = @(foreach ($item in $value) { if ($null -ne $item -and [string]$item -ne '') { [string]$item } })
        , @($items | Sort-Object -Unique -CaseSensitive)
    }
    $comparison = [StringComparison]::OrdinalIgnoreCase
    if ($Exact) { $comparison = [StringComparison]::Ordinal }
    return [string]::Equals(($texts[0] -join "`n"), ($texts[1] -join "`n"), $comparison)
}

# The properties in which a state is not the expected one, as "name: expected, found"; nothing if it is the same.
function Compare-UcState {
    param($Expected, $Found, [string[]]$Name, [bool]$Exact)
    if ($null -eq $Expected -and $null -eq $Found) { return }
    if ($null -eq $Found) { return Get-UcText -Key 'Plan_ObjectMissing' }
    if ($null -eq $Expected) {
        $values = foreach ($one in $Name) { '{0} = {1}' -f $one, (Format-UcStateValue $Found[$one]) }
        return Get-UcText -Key 'Plan_ObjectPresent' -Values (@($values) -join ', ')
    }
    foreach ($one in $Name) {
        if (Test-UcSameValue -Left $Expected[$one] -Right $Found[$one] -Exact $Exact) { continue }
        Get-UcText -Key 'Plan_Difference' -Values $one, (Format-UcStateValue $Expected[$one]), (Format-UcStateValue $Found[$one])
    }
}

function Format-UcStateValue {
    param($Value)
    if ($null -eq $Value) { return Get-UcText -Key 'Plan_NotSet' }
    return '"' + (@($Value) -join ', ') + '"'
}

# The properties that a transition is about.
function Get-UcStateName {
    param([hashtable]$Transition)
    $names = foreach ($state in $Transition['before'], $Transition['after']) { if ($null -ne $state) { $state.Keys } }
    return @($names | Sort-Object -Unique)
}

# The state of a step now.
function Get-UcStepState {
    param([hashtable]$Transition)
    $probe = $Transition['probe']
    $names = @(Get-UcStateName $Transition)
    switch ($probe['kind']) {
        'Object' { return Get-UcObjectState -Probe $probe -Name $names }
        'WebConfig' { return Get-UcFileState -Path $probe['path'] -Name $names }
        'ImSettings' { return Get-UcImState -Server $probe['server'] }
    }
}

# Whether an error only says that there is no such object.
function Test-UcNotFound {
    param([System.Management.Automation.ErrorRecord]$Cause)
    if ($Cause.CategoryInfo.Category -eq 'ObjectNotFound') { return $true }
    $text = '{0} {1} {2}' -f $Cause.CategoryInfo.Reason, $Cause.FullyQualifiedErrorId, $Cause.Exception.GetType().Name
    if ($text -match 'ObjectNotFound|ItemNotFound') { return $true }
    # The cmdlets of Lync have no kind of error of their own for it.
    return $Cause.FullyQualifiedErrorId -notmatch 'CommandNotFound' -and $Cause.Exception.Message -match '^Cannot find '
}

# The objects that a cmdlet puts out and that meet the conditions.
function Get-UcMatch {
    param([hashtable]$Command, [hashtable]$Filter)
    $parameters = ConvertTo-UcSplat $Command
    $parameters['ErrorAction'] = 'Stop'
    $name = $Command['name']
    try {
        $objects = @(& $name @parameters)
    } catch {
        if (-not (Test-UcNotFound $_)) { throw }
        return
    }
    foreach ($object in $objects) {
        $other = @($Filter.Keys | Where-Object { -not (Test-UcSameValue -Left $Filter[$_] -Right (Get-UcMember $object $_)) })
        if ($other.Count -eq 0) { $object }
    }
}

function Get-UcObjectState {
    param([hashtable]$Probe, [string[]]$Name)
    foreach ($object in @(Get-UcMatch -Command $Probe['command'] -Filter $Probe['filter'])) {
        $state = @{}
        foreach ($one in $Name) { $state[$one] = Get-UcMember $object $one }
        return $state
    }
}

# Only what .NET sees of a file counts.
function Get-UcFileState {
    param([string]$Path, [string[]]$Name)
    $body = Invoke-UcStepRequest -Function 'uc_config_read' -Request @{ path = $Path }
    $state = @{}
    foreach ($setting in $body['settings']) {
        if ($setting['effective'] -and $Name -contains $setting['key']) { $state[$setting['key']] = $setting['value'] }
    }
    return $state
}

# What the running process of a server works with.
function Get-UcImState {
    param([string]$Server)
    $parameters = @{
        Server = $Server; Process = 'MSExchangeMailboxAssistants'; Component = 'VariantConfiguration'
        Argument = 'Config,Component=OwaServer'; ErrorAction = 'Stop'
    }
    $document = New-Object System.Xml.XmlDocument
    $document.XmlResolver = $null
    $document.LoadXml([string](Get-ExchangeDiagnosticInfo @parameters))
    $state = @{}
    foreach ($name in 'IMServerName', 'IMCertificateThumbprint') {
        $node = $document.SelectSingleNode("//*[local-name()='IMSettings']//*[local-name()='$name']")
        if ($null -ne $node -and $node.InnerText -ne '') { $state[$name] = $node.InnerText }
    }
    return $state
}
