# What every simulated command goes through: its state, its errors, the form of what it answers. Must not know what any
# command does.

# An error as the products report it: not terminating, with the products' name of what went wrong.
function New-SimulationError {
    param([string]$Message, [string]$Type = 'InvalidOperationException', [string]$Id, [string]$Category = 'NotSpecified', $Target)
    $exception = New-Object System.InvalidOperationException $Message
    if (-not $Id) { $Id = '[FailureCategory=Cmdlet-' + $Type + '] ' + (Get-SimulationThumbprint $Type).Substring(0, 8) }
    $exception.Data['Simulation'] = @{ Id = $Id; Type = $Type; Category = $Category; Target = $Target }
    return $exception
}

function New-SimulationNotFound {
    param([string]$Identity)
    $message = "The operation couldn't be performed because object '" + $Identity + "' couldn't be found on 'dc01." + $script:simulation.Domain + "'."
    return New-SimulationError -Message $message -Type 'ManagementObjectNotFoundException' -Target $Identity
}

function Write-SimulationError {
    param($Exception, $Cmdlet)
    $data = $Exception.Data['Simulation']
    $record = New-Object System.Management.Automation.ErrorRecord $Exception, $data.Id, $data.Category, $data.Target
    $record.CategoryInfo.Reason = $data.Type
    $Cmdlet.WriteError($record)
}

# Ends the running command with an error. Not by an exception: each one would be in the $Error of the shell, beside the
# one that the command writes.
function Stop-SimulationCommand {
    param($Exception)
    $script:failure = $Exception
    break command
}

# Parameters that choose among objects: a command that ignored one would answer too much, and a test would not notice.
$script:choosing = 'Filter', 'LdapFilter', 'Anr', 'OU', 'OrganizationalUnit', 'Database', 'DomainName', 'NetportId', 'LocalStore', 'OnLyncServer', 'UnAssignedUser', 'Instance', 'Tenant', 'InMemory'

function Assert-SimulationParameter {
    param([string]$Name, $Bound)
    foreach ($parameter in $script:choosing) {
        if ($Bound.ContainsKey($parameter) -and -not ([string]$script:behavior[$Name]).Contains("['" + $parameter + "']")) {
            throw ('The simulation of ' + $Name + ' does not know -' + $parameter + '.')
        }
    }
}

# An Edge server is outside of the domain: it reads its own copy, and nothing of the Central Management store.
$script:atTheEdge = '^(Get-CsServerVersion|Get-CsCertificate|Set-CsCertificate|(Get|Start|Stop)-CsWindowsService)$'

function Assert-SimulationStore {
    param($Call)
    if ($Call.Name -notmatch '-Cs' -or $Call.Name -match $script:atTheEdge -or $Call.Bound['LocalStore']) { return }
    if ((Get-SimulationMachine $Call.State $script:simulation.Computer).Product -ne 'Edge') { return }
    Stop-SimulationCommand (New-SimulationError -Message 'Cannot determine the Central Management Store location: the Active Directory domain cannot be reached.' -Type 'ManagementStoreException' -Id 'NoConnection')
}

# The functions of the generated modules end here.
function Invoke-SimulationCommand {
    param([string]$Name, $Bound, $Cmdlet)
    Assert-SimulationParameter $Name $Bound
    $script:failure = $null
    :command do {
        # The diagnostic information is that of a process, not of the directory.
        $state = if ($Name -like 'Get-*' -and $Name -ne 'Get-ExchangeDiagnosticInfo') { Get-SimulationSeenState } else { Get-SimulationState }
        $call = New-Object PSObject -Property @{ Name = $Name; Bound = $Bound; Cmdlet = $Cmdlet; State = $state }
        Assert-SimulationStore $call
        & $script:behavior[$Name] $call
    } while ($false)
    if ($null -ne $script:failure) { Write-SimulationError $script:failure $Cmdlet }
}

# Whether a command that changes something may: it asks as the products do. -Force silences the question, not -WhatIf.
function Test-SimulationProcess {
    param($Call, [string]$Target)
    if ($Call.Bound['Force'] -and -not $Call.Bound['WhatIf']) { return $true }
    return $Call.Cmdlet.ShouldProcess($Target, $Call.Name)
}

# What commands answer: property bags that remember their type.
function New-SimulationObject {
    param([string]$Type, [System.Collections.IDictionary]$Property)
    $object = [pscustomobject]$Property
    $object.PSObject.TypeNames.Insert(0, $Type)
    return $object
}

function New-SimulationExchangeObject {
    param([string]$Type, [System.Collections.IDictionary]$Property)
    $Property['Guid'] = [Guid](Get-SimulationThumbprint ($Type + $Property['Identity'])).Substring(0, 32)
    $Property['RunspaceId'] = [Guid]'6d9cbf39-6a52-4d36-9b8e-3f6b5f8f2a11'
    return ConvertTo-SimulationAnswer (New-SimulationObject $Type $Property)
}

# An object as the shell of Exchange shows it: serialized once on its way. A session does that itself.
function ConvertTo-SimulationAnswer {
    param($Object)
    if ($script:simulation.AsServer) { return $Object }
    return [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Object, 1))
}

# An identity is a string, or an object that has one.
function Get-SimulationIdentity {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return $Value }
    return [string](Get-SimulationValue $Value 'Identity' ([string]$Value))
}

# The elements that an identity names by one of these properties; all without one. Nothing found is an error.
function Select-SimulationItem {
    param([object[]]$Item, $Identity, [scriptblock]$Name, [scriptblock]$NotFound = { param($text) New-SimulationNotFound $text })
    $wanted = Get-SimulationIdentity $Identity
    if (-not $wanted) { return $Item }
    $found = @($Item | Where-Object { @(& $Name $_) -contains $wanted })
    if ($found.Count -eq 0) { Stop-SimulationCommand (& $NotFound $wanted) }
    return $found
}

# A list after a change: the whole new one, or @{ Add = ...; Remove = ... }.
function Edit-SimulationList {
    param([object[]]$List, $Change)
    if ($Change -isnot [System.Collections.IDictionary]) { return , @($Change | Where-Object { $null -ne $_ } | ForEach-Object { [string]$_ }) }
    $result = @($List)
    foreach ($value in @($Change['Remove'])) { $result = @($result | Where-Object { $_ -ne $value }) }
    foreach ($value in @($Change['Add'])) { if ($null -ne $value -and $result -notcontains $value) { $result += [string]$value } }
    return , $result
}

# Puts the parameters of a Set command into an object of the state, and what else follows from them; says as Exchange does
# when nothing changes. Control: parameters that are no property.
function Set-SimulationItem {
    param($Call, $Item, [string]$Identity, [string[]]$Control = @(), [hashtable]$Also = @{})
    $skip = @('Identity', 'Confirm', 'WhatIf', 'DomainController', 'Force', 'Instance') + $Control + [System.Management.Automation.PSCmdlet]::CommonParameters
    $values = $Also.Clone()
    foreach ($name in $Call.Bound.Keys) { if ($skip -notcontains $name) { $values[$name] = $Call.Bound[$name] } }
    if (-not (Test-SimulationProcess $Call $Identity)) { return }
    $before = ConvertTo-SimulationCanonical $Item
    foreach ($name in $values.Keys) {
        $value = $values[$name]
        if ($value -is [version] -or $value -is [uri]) { $value = [string]$value }
        if ($value -is [switch]) { $value = [bool]$value }
        $old = $Item.PSObject.Properties[$name]
        if ($null -ne $old -and $old.Value -is [array]) { $value = Edit-SimulationList $old.Value $value }
        if ($name -eq 'InstantMessagingType') { $value = [string]$value.Substring(0, 1).ToUpperInvariant() + $value.Substring(1).ToLowerInvariant() }
        Add-Member -InputObject $Item -MemberType NoteProperty -Name $name -Value $value -Force
    }
    if ($before -ceq (ConvertTo-SimulationCanonical $Item)) {
        if ($Call.Name -match '-Cs') { return }
        $Call.Cmdlet.WriteWarning("The command completed successfully but no settings of '" + $Identity + "' have been modified.")
        return
    }
    Save-SimulationState $Call.State
}
