# What the scenario tests share: collecting in every shell of a simulated estate, applying and undoing a plan place by
# place, and the golden files. Loaded in BeforeAll. Holds no expectations.
Set-StrictMode -Version Latest
Import-Module -Name $env:UC_TEST_MODULE
Import-Module -Name (Join-Path $PSScriptRoot '../simulation/Simulation.psm1')
. (Join-Path $PSScriptRoot '../Seam.ps1')
$goldenFolder = Join-Path $PSScriptRoot 'golden'

# A laid out estate: @{ Simulation; Places; Ask; Journals; Folder }. A place is @{ Computer; Shell; Product }; Ask are the scenarios
# and the wishes that the module is asked with.
function New-Scenario {
    param([string]$Path, [string]$Name)
    $folder = Join-Path $TestDrive ($Name + '-' + [Guid]::NewGuid().ToString('N').Substring(0, 6))
    $new = New-Simulation -Estate $Path -Directory (Join-Path $folder 'estate') -Now ([datetime]::UtcNow)
    $env:UC_BACKUP_DIRECTORY = Join-Path $folder 'backups'
    return @{ Simulation = $new; Places = @(Get-ScenarioPlace -Directory $new.Directory); Ask = (Get-ScenarioAsk -Simulation $new); Journals = (Join-Path $folder 'journals'); Folder = $folder }
}

# The parameters of an estate for all that judges or plans it.
function Get-ScenarioAsk {
    param($Simulation)
    $ask = @{ Scenario = @($Simulation.Scenarios) }
    foreach ($wish in $Simulation.Wishes.PSObject.Properties) { $ask[$wish.Name] = $wish.Value }
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

# What the module finds in these facts, and what it would do.
function Get-ScenarioFinding {
    param([hashtable]$Scenario, [object[]]$Fact)
    $ask = $Scenario.Ask
    Test-UcIntegration -Fact $Fact @ask
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

function Undo-ScenarioPlan {
    param([hashtable]$Scenario, $Plan)
    $stages = @($Plan.Stages)
    [array]::Reverse($stages)
    Invoke-ScenarioStage -Scenario $Scenario -Stage $stages -Block {
        Undo-UcPlan -Plan $Plan -JournalPath $Scenario.Journals -Confirm:$false -ErrorAction SilentlyContinue 3> $null
    }
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
    $Result | Where-Object { 'Failed', 'Moved' -contains $_.Status } | ForEach-Object { $_.Message }
}

# What the judges of the simulation find wrong; nothing if all works that the estate is about.
function Get-ScenarioFault {
    param([hashtable]$Scenario)
    foreach ($name in $Scenario.Ask.Scenario) { Get-SimulationFault -Scenario $name -Directory $Scenario.Simulation.Directory }
}

# The rules that fail for these facts.
function Get-ScenarioFailure {
    param([hashtable]$Scenario, [object[]]$Fact)
    $left = @($Scenario.Simulation.Expect.PSObject.Properties | Where-Object { $_.Name -eq 'left' } | ForEach-Object { $_.Value })
    foreach ($one in @(Get-ScenarioFinding -Scenario $Scenario -Fact $Fact)) {
        if ($one.Status -eq 'Fail' -and $one.Severity -eq 'Error' -and $left -notcontains $one.Rule) { $one.Rule + ' ' + $one.Message }
    }
}

# What differs from the start, but for what an estate expects to stay because nothing takes it back.
function Get-ScenarioChange {
    param([hashtable]$Scenario)
    $stays = @($Scenario.Simulation.Expect.PSObject.Properties | Where-Object { $_.Name -eq 'stays' } | ForEach-Object { $_.Value })
    foreach ($line in Compare-SimulationStart -Directory $Scenario.Simulation.Directory) {
        if (@($stays | Where-Object { $line -like ('? ' + $_ + ' *') }).Count -eq 0) { $line }
    }
}

# A text of this run as it is in every run: without the folder of the machine, and without times.
function ConvertTo-ScenarioText {
    param([hashtable]$Scenario, [string]$Text)
    $folder = [regex]::Escape($Scenario.Simulation.Directory)
    $plain = [regex]::Replace($Text, $folder + '[\\/]machines[\\/]', '', 'IgnoreCase')
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
    foreach ($open in $body.open) { ConvertTo-ScenarioText -Scenario $Scenario -Text ('open {0} {1}: {2}' -f $open.rule, $open.target, $open.message) }
}

# Compares lines with a golden file. With UC_UPDATE=1 it is written, for a person to read against the documents.
function Compare-Golden {
    param([string]$Name, [string[]]$Line)
    $path = Join-Path $goldenFolder ($Name + '.txt')
    if ($env:UC_UPDATE) {
        [void][System.IO.Directory]::CreateDirectory($goldenFolder)
        [System.IO.File]::WriteAllText($path, ((@($Line) + '') -join "`n"))
    }
    $expected = @()
    if (Test-Path -LiteralPath $path) { $expected = @([System.IO.File]::ReadAllText($path).Split("`n")) }
    # Both end in an empty line, so that neither is empty.
    Compare-Object -ReferenceObject $expected -DifferenceObject (@($Line) + '') -SyncWindow 0 | ForEach-Object { '{0} {1}' -f $_.SideIndicator, $_.InputObject }
}
