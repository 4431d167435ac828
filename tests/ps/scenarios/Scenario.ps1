# What the scenario tests share: collecting in every shell of a simulated estate, applying and undoing a plan place by
# place, and the golden files. Loaded in BeforeAll. Holds no expectations.
Set-StrictMode -Version Latest
Import-Module -Name $env:UC_TEST_MODULE
Import-Module -Name (Join-Path $PSScriptRoot '../simulation/Simulation.psm1')
. (Join-Path $PSScriptRoot '../SimulationHooks.ps1')
$goldenFolder = Join-Path $PSScriptRoot 'golden'

# A laid out estate: @{ Name; Simulation; Places; Ask; Journals; Folder }. A place is @{ Computer; Shell; Product }; Ask are the scenarios
# and what the module is requested to do.
function New-Scenario {
    param([string]$Path, [string]$Name)
    $folder = Join-Path $TestDrive ($Name + '-' + [Guid]::NewGuid().ToString('N').Substring(0, 6))
    $new = New-Simulation -Estate $Path -Directory (Join-Path $folder 'estate') -Now ([datetime]::UtcNow)
    Set-SimulationVariable -Name 'UC_BACKUP_DIRECTORY' -Value (Join-Path $folder 'backups')
    return @{ Name = $Name; Simulation = $new; Places = @(Get-ScenarioPlace -Directory $new.Directory); Ask = (Get-ScenarioAsk -Simulation $new); Journals = (Join-Path $folder 'journals'); Folder = $folder }
}

# The parameters of an estate for all commands that check or plan it.
function Get-ScenarioAsk {
    param($Simulation)
    $ask = @{ Scenario = @($Simulation.Scenarios) }
    foreach ($parameter in $Simulation.Requested.PSObject.Properties) { $ask[$parameter.Name] = $parameter.Value }
    return $ask
}

# The machines of an estate that answer, with the shell that each of them has: an Edge has that of Lync, and comes after the
# inner servers, which know more. A gateway has none.
function Get-ScenarioPlace {
    param([string]$Directory)
    $shells = [ordered]@{ Exchange = 'Exchange'; Lync = 'Lync'; Edge = 'Lync' }
    $state = Get-SimulationState $Directory
    $silent = @($state.Exchange.Servers | Where-Object { -not $_.Reachable } | ForEach-Object { $_.Fqdn })
    $machines = @($state.Machines | Where-Object { $silent -notcontains $_.Fqdn })
    foreach ($product in $shells.Keys) {
        foreach ($machine in $machines) { if ($machine.Product -eq $product) { @{ Computer = $machine.Fqdn; Shell = $shells[$product]; Product = $product } } }
    }
}

# The user with whom the way to a mailbox is tried, which leaves traces, so only where a scenario is about that way.
function Get-ScenarioTestUser {
    param([hashtable]$Scenario)
    if ($Scenario.Ask.Scenario -notcontains 'Prerequisites') { return }
    (Get-SimulationState $Scenario.Simulation.Directory).Exchange.Mailboxes | Select-Object -First 1 | ForEach-Object { $_.PrimarySmtpAddress }
}

# The facts of all shells, as far as the scenarios ask for them. Each server is asked in its own shell, since a shell of
# Exchange 2013 does not have the commands of 2016, and one of Lync shows its own certificates; users are asked for once. An
# Edge knows nothing but itself.
function Get-ScenarioFact {
    param([hashtable]$Scenario)
    # A test may have loaded the module again.
    Connect-Simulation
    $asked = @{}
    foreach ($place in $Scenario.Places) {
        Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $place.Computer -Shell $place.Shell
        $parameter = @{ Scenario = $Scenario.Ask.Scenario; WarningAction = 'SilentlyContinue' }
        $user = Get-ScenarioTestUser -Scenario $Scenario
        if (-not $asked.ContainsKey($place.Shell)) { $parameter['AllUsers'] = $true } elseif ($place.Product -eq 'Edge') { $parameter['Shell'] = 'Local' }
        if ($user -and $place.Shell -eq 'Lync' -and -not $asked.ContainsKey('Lync')) { $parameter['TestUser'] = $user }
        Get-UcFact @parameter
        $asked[$place.Shell] = $true
    }
    Exit-Simulation
}

# What the module finds in these facts, and what it would do. Advisories, which nearly every version gets, are no reason to
# act and have tests of their own.
function Get-ScenarioFinding {
    param([hashtable]$Scenario, [object[]]$Fact)
    $ask = $Scenario.Ask
    Test-UcIntegration -Fact $Fact @ask | Where-Object { -not $_.Advisory }
}

function Get-ScenarioPlan {
    param([hashtable]$Scenario, [object[]]$Fact = @(Get-ScenarioFact -Scenario $Scenario))
    $ask = $Scenario.Ask
    Get-UcPlan -Fact $Fact @ask
}

# Where a stage of a plan is run: a stage for no shell runs in the one that its machine has.
function Get-ScenarioStagePlace {
    param([hashtable]$Scenario, $Stage)
    $own = @($Scenario.Places | Where-Object { $_.Computer -eq $Stage.Machine -or $_.Computer.Split('.')[0] -eq $Stage.Machine })
    if ($own.Count -gt 0 -and $Stage.Shell -eq 'Local') { return $own[0] }
    if ($own.Count -gt 0) { return @{ Computer = $own[0].Computer; Shell = $Stage.Shell } }
    return @($Scenario.Places | Where-Object { $_.Shell -eq $Stage.Shell })[0]
}

# Runs a script block in each place of a plan, in the order of its stages; answers what it puts out.
function Invoke-ScenarioStage {
    param([hashtable]$Scenario, [object[]]$Stage, [scriptblock]$Block)
    foreach ($one in $Stage) {
        $place = Get-ScenarioStagePlace -Scenario $Scenario -Stage $one
        Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $place.Computer -Shell $place.Shell
        & $Block $one
    }
    Exit-Simulation
}

function Invoke-ScenarioPlan {
    param([hashtable]$Scenario, $Plan)
    Invoke-ScenarioStage -Scenario $Scenario -Stage @($Plan.Stages) -Block {
        Invoke-UcPlan -Plan $Plan -JournalPath $Scenario.Journals -Confirm:$false -ErrorAction SilentlyContinue 3> $null
    }
}

# Takes a plan back, last stage first, and once more where a step waits to be repeated.
function Undo-ScenarioPlan {
    param([hashtable]$Scenario, $Plan)
    $stages = @($Plan.Stages)
    [array]::Reverse($stages)
    foreach ($round in 1, 2) {
        $results = @(Invoke-ScenarioStage -Scenario $Scenario -Stage $stages -Block {
            Undo-UcPlan -Plan $Plan -JournalPath $Scenario.Journals -Confirm:$false -ErrorAction SilentlyContinue 3> $null
        })
        $results
        $waiting = @($results | Where-Object { $_.Status -eq 'Waiting' })
        if ($waiting.Count -eq 0) { return }
    }
    throw ('A step still waits to be repeated: ' + $waiting[0].Message)
}

# Applies a plan, or takes it back, in a process of its own that is killed at a line of the journal, as Kill.ps1 says.
function Stop-ScenarioProcess {
    param([hashtable]$Scenario, $Plan, [string]$At, [string]$Written = 'None', [string]$Undo = '')
    $file = Join-Path $Scenario.Folder 'plan.json'
    [System.IO.File]::WriteAllText($file, $Plan.Json)
    $texts = (Join-Path $PSScriptRoot 'Kill.ps1'), $Scenario.Simulation.Directory, $file, $Scenario.Journals, $At, $Written, $Undo
    $run = Invoke-TestProcess ("& '{0}' -Directory '{1}' -PlanPath '{2}' -Journals '{3}' -At '{4}' -Written '{5}' {6}" -f $texts)
    $run.Output | Should -Match 'The process is killed'
}

# What went wrong in results of a plan.
function Get-ScenarioTrouble {
    param([object[]]$Result)
    $Result | Where-Object { 'Failed', 'Drifted' -contains $_.Status } | ForEach-Object { $_.Message }
}

# What the oracles of the simulation find wrong; nothing if all works that the estate is about.
function Get-ScenarioFault {
    param([hashtable]$Scenario)
    foreach ($name in $Scenario.Ask.Scenario) { Get-SimulationFault -Scenario $name -Directory $Scenario.Simulation.Directory }
}

# A value that the estate may expect.
function Get-ScenarioExpectation {
    param([hashtable]$Scenario, [string]$Name)
    $property = $Scenario.Simulation.Expect.PSObject.Properties[$Name]
    if ($null -ne $property) { return $property.Value }
}

# The rules that fail for these facts though the estate gives no reason why they may, and those that it gives one for but
# that do not fail.
function Get-ScenarioFailure {
    param([hashtable]$Scenario, [object[]]$Fact)
    $left = @((Get-ScenarioExpectation -Scenario $Scenario -Name 'left') | Where-Object { $null -ne $_ } | ForEach-Object { $_.PSObject.Properties } | ForEach-Object { $_.Name })
    $failed = @(Get-ScenarioFinding -Scenario $Scenario -Fact $Fact | Where-Object { $_.Status -eq 'Fail' })
    foreach ($one in $failed) { if ($left -notcontains $one.Rule) { $one.Rule + ' ' + $one.Message } }
    foreach ($rule in $left) { if (@($failed | Where-Object { $_.Rule -eq $rule }).Count -eq 0) { $rule + ' is fixed.' } }
}

# What differs from the start, as lines that are the same in every run.
function Get-ScenarioDifference {
    param([hashtable]$Scenario)
    foreach ($line in Compare-SimulationStart -Directory $Scenario.Simulation.Directory) { ConvertTo-ScenarioText -Scenario $Scenario -Text $line }
}

# What differs from the start, but for what stays because no command takes it back: the estate says why, and the golden
# file has each line.
function Get-ScenarioChange {
    param([hashtable]$Scenario)
    $stays = @()
    if (Get-ScenarioExpectation -Scenario $Scenario -Name 'stays') { $stays = @(Get-GoldenLine -Name ($Scenario.Name + '.stays')) }
    Get-ScenarioDifference -Scenario $Scenario | Where-Object { $stays -cnotcontains $_ }
}

# A text of this run as it is in every run: without the folder of the machine, and without times.
function ConvertTo-ScenarioText {
    param([hashtable]$Scenario, [string]$Text)
    # The paths of a machine are those of Windows, whatever this system makes of them. A path ends at a sign that none has.
    $path = [regex]::Escape($Scenario.Simulation.Directory) + '[\\/]machines[\\/]([^:*?"<>|,;\r\n]*)'
    $plain = [regex]::Replace($Text, $path, { param($match) $match.Groups[1].Value.Replace('/', '\') }, 'IgnoreCase')
    return [regex]::Replace($plain, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?', '{time}')
}

# Findings as lines: what fails, is unknown or is for a person, with its severity.
function Format-ScenarioFinding {
    param([hashtable]$Scenario, [object[]]$Finding)
    foreach ($one in $Finding) {
        if ('Pass', 'NotApplicable' -contains $one.Status) { continue }
        ConvertTo-ScenarioText -Scenario $Scenario -Text ('{0} {1} {2} {3}: {4}' -f $one.Status, $one.Severity, $one.Rule, $one.Target, $one.Message)
    }
}

function Format-ScenarioParameter {
    param([object[]]$Parameter)
    foreach ($one in $Parameter) {
        $value = $one.value
        if ($value -is [array]) { $value = '@(' + ($value -join ', ') + ')' }
        ' -{0} {1}' -f $one.name, $value
    }
}

function Format-ScenarioCommand {
    param($Command)
    if ($Command.kind -eq 'Each') {
        $conditions = foreach ($one in $Command.filter.PSObject.Properties) { '{0}={1}' -f $one.Name, $one.Value }
        $call = $Command.command.name + ((Format-ScenarioParameter -Parameter @($Command.command.parameters)) -join '')
        return '{0} for each of {1} with {2}' -f $call, $Command.read.name, (@($conditions) -join ', ')
    }
    if ($Command.kind -eq 'Cmdlet') { return $Command.name + ((Format-ScenarioParameter -Parameter @($Command.parameters)) -join '') }
    $changes = foreach ($change in $Command.changes) {
        if ($null -eq $change.value) { 'remove ' + $change.key } else { '{0}={1}' -f $change.key, $change.value }
    }
    return '{0}: {1}' -f $Command.path, ($changes -join '; ')
}

# A plan as lines: stages, steps with their commands and inverses, and what is left open.
function Format-ScenarioPlan {
    param([hashtable]$Scenario, $Plan)
    $body = ConvertFrom-Json -InputObject $Plan.Json
    foreach ($stage in $body.stages) {
        $place = $stage.shell
        if ($stage.PSObject.Properties['machine']) { $place += ' on ' + $stage.machine }
        'stage {0}: {1}' -f $stage.number, $place
        foreach ($step in $stage.steps) {
            $lines = @('  {0}. {1} [{2}]' -f $step.number, $step.title, $step.rule)
            $lines += '     run  ' + (Format-ScenarioCommand -Command $step.command)
            foreach ($undo in $step.undo) { $lines += '     undo ' + (Format-ScenarioCommand -Command $undo) }
            foreach ($line in $lines) { ConvertTo-ScenarioText -Scenario $Scenario -Text $line }
        }
    }
    foreach ($open in $body.unresolved) { ConvertTo-ScenarioText -Scenario $Scenario -Text ('unresolved {0} {1}: {2}' -f $open.rule, $open.target, $open.message) }
}

# The lines of a golden file, the empty one at its end included; none if there is no file.
function Get-GoldenLine {
    param([string]$Name)
    $path = Join-Path $goldenFolder ($Name + '.txt')
    if (Test-Path -LiteralPath $path) { [System.IO.File]::ReadAllText($path).Split("`n") }
}

# Compares lines with a golden file. With UC_UPDATE=1 it is written, for a person to read against the documents.
function Compare-Golden {
    param([string]$Name, [string[]]$Line)
    if ($env:UC_UPDATE) {
        [void][System.IO.Directory]::CreateDirectory($goldenFolder)
        [System.IO.File]::WriteAllText((Join-Path $goldenFolder ($Name + '.txt')), ((@($Line) + '') -join "`n"))
    }
    # Both end in an empty line, so that neither is empty.
    Compare-Object -ReferenceObject @(Get-GoldenLine -Name $Name) -DifferenceObject (@($Line) + '') -SyncWindow 0 | ForEach-Object { '{0} {1}' -f $_.SideIndicator, $_.InputObject }
}

# Writes down what the model of the library is held to (src/rehearsal/simulation.rs), where UC_RECORD names a folder: what is
# asked, the facts of a moment, and the plan.
function Save-ScenarioRecord {
    param([hashtable]$Scenario, [string]$Moment, [object[]]$Fact, $Plan)
    if (-not $env:UC_RECORD) { return }
    $folder = Join-Path $env:UC_RECORD $Scenario.Name
    [void][System.IO.Directory]::CreateDirectory($folder)
    for ($i = 0; $i -lt $Fact.Count; $i++) { [System.IO.File]::WriteAllText((Join-Path $folder ('{0}-{1:00}.json' -f $Moment, $i)), $Fact[$i].Json) }
    if ($null -eq $Plan) { return }
    [System.IO.File]::WriteAllText((Join-Path $folder 'plan.json'), $Plan.Json)
    $request = & (Get-Module -Name UcIntegration) {
        param($Ask)
        $bound = New-Object 'System.Collections.Generic.Dictionary[string, object]'
        foreach ($name in $Ask.Keys) { $bound[$name] = $Ask[$name] }
        ConvertTo-UcJson @{ scenarios = @($Ask.Scenario); settings = (ConvertTo-UcSetting -Bound $bound) }
    } $Scenario.Ask
    [System.IO.File]::WriteAllText((Join-Path $folder 'request.json'), $request)
}
