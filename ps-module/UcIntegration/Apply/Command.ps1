# Runs what a step of a plan says. Only commands of a plan that uc_plan_read has let through come here; nothing is ever
# made into text and run.

# A request to the library whose failure is a failure of the step.
function Invoke-UcStepRequest {
    param([string]$Function, [hashtable]$Request)
    return (Invoke-UcCheckedRequest -Function $Function -Request $Request -Path $Request['path']).Body
}

# The parameters of a cmdlet of a plan.
function ConvertTo-UcSplat {
    param([hashtable]$Command)
    $parameters = @{}
    foreach ($parameter in $Command['parameters']) {
        $value = $parameter['value']
        if ($value -is [System.Collections.ArrayList]) { $value = [string[]]$value.ToArray() }
        $parameters[$parameter['name']] = $value
    }
    return $parameters
}

# What a name of a plan means: a cmdlet, or a script that Exchange brings along.
function Resolve-UcStepName {
    param([string]$Name)
    if ($Name -notlike '*.ps1') { return $Name }
    return Join-Path $env:ExchangeInstallPath "Scripts\$Name"
}

# The question was asked for the step; a second one by the product would wait where nobody looks.
function Invoke-UcStepCmdlet {
    param([hashtable]$Command)
    $name = Resolve-UcStepName -Name $Command['name']
    $parameters = ConvertTo-UcSplat $Command
    $found = Get-Command -Name $name -ErrorAction Stop
    if ($found.Parameters.ContainsKey('Confirm')) { $parameters['Confirm'] = $false }
    # A script without CmdletBinding has no common parameters.
    if ($found.Parameters.ContainsKey('ErrorAction')) { $parameters['ErrorAction'] = 'Stop' }
    [void](& $name @parameters)
}

# Runs a cmdlet for each object that another one puts out and that meets the conditions. The name of an object is a value
# of this session: no plan can know it.
function Invoke-UcStepEach {
    param([hashtable]$Command)
    foreach ($object in @(Get-UcMatch -Command $Command['read'] -Filter $Command['filter'])) {
        $identity = @{ name = 'Identity'; value = [string](Get-UcMember $object 'Identity') }
        Invoke-UcStepCmdlet -Command @{ name = $Command['command']['name']; parameters = @($Command['command']['parameters']) + $identity }
    }
}

# The request of an edit of a plan. Its values are those that the plan shows, wrong ones that undoing puts back included.
function New-UcStepEdit {
    param([hashtable]$Command, [string]$Reason)
    $changes = @(foreach ($change in $Command['changes']) {
        if ($null -eq $change['value']) { @{ op = 'remove'; key = $change['key'] } } else { @{ op = 'set'; key = $change['key']; value = $change['value'] } }
    })
    return @{ path = $Command['path']; changes = $changes; reason = $Reason; skipValueCheck = $true }
}

# What is known of an edit before it is made: the hashes of the file before and after. Nothing for a cmdlet.
function Get-UcStepForecast {
    param([hashtable]$Command, [string]$Reason)
    if ($Command['kind'] -ne 'WebConfig') { return @{} }
    $request = New-UcStepEdit -Command $Command -Reason $Reason
    $request['dryRun'] = $true
    $body = Invoke-UcStepRequest -Function 'uc_config_apply' -Request $request
    return @{ sha256Before = $body['sha256Before']; sha256After = $body['sha256After'] }
}

# Runs a command. Answers what the journal keeps of an edit.
function Invoke-UcStepCommand {
    param([hashtable]$Command, [string]$Reason, [string]$ExpectedHash)
    if ($Command['kind'] -eq 'Cmdlet') {
        Invoke-UcStepCmdlet -Command $Command
        return @{}
    }
    if ($Command['kind'] -eq 'Each') {
        Invoke-UcStepEach -Command $Command
        return @{}
    }
    $request = New-UcStepEdit -Command $Command -Reason $Reason
    if ($ExpectedHash) { $request['expectedSha256'] = $ExpectedHash }
    $body = Invoke-UcStepRequest -Function 'uc_config_apply' -Request $request
    return @{ backupId = $body['backupId']; sha256After = $body['sha256After'] }
}
