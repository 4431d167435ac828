# What the scenario tests share: collecting in every shell of a simulated estate, applying and undoing a plan place by
# place, and the golden files. Loaded in BeforeAll. Holds no expectations.
Set-StrictMode -Version Latest
Import-Module -Name $env:UC_TEST_MODULE
Import-Module -Name (Join-Path $PSScriptRoot '../simulation/Simulation.psm1')
$goldenFolder = Join-Path $PSScriptRoot 'golden'

# A laid out estate: @{ Simulation; Places; Backups; Journals }. A place is @{ Computer; Shell }.
function New-Scenario {
    param([string]$Path, [string]$Name)
    $folder = Join-Path $TestDrive ($Name + '-' + [Guid]::NewGuid().ToString('N').Substring(0, 6))
    $new = New-Simulation -Estate $Path -Directory (Join-Path $folder 'estate') -Now ([datetime]::UtcNow)
    $env:UC_BACKUP_DIRECTORY = Join-Path $folder 'backups'
    return @{ Simulation = $new; Places = @(Get-ScenarioPlace -Directory $new.Directory); Journals = (Join-Path $folder 'journals'); Folder = $folder }
}

# The machines of an estate with the shell that each of them has.
function Get-ScenarioPlace {
    param([string]$Directory)
    foreach ($machine in (Get-SimulationState $Directory).Machines) {
        if ($machine.Product -eq 'Exchange') { @{ Computer = $machine.Fqdn; Shell = 'Exchange' } } else { @{ Computer = $machine.Fqdn; Shell = 'Lync' } }
    }
}

# The facts of all shells. Each Exchange server is asked in its own shell, since a shell of Exchange 2013 does not have the
# commands of 2016; users are asked for once.
function Get-ScenarioFact {
    param([hashtable]$Scenario)
    $asked = @{}
    foreach ($place in $Scenario.Places) {
        Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $place.Computer -Shell $place.Shell
        if (-not $asked.ContainsKey($place.Shell)) {
            Get-UcFact -AllUsers -WarningAction SilentlyContinue
        } elseif ($place.Shell -eq 'Exchange') {
            Get-UcFact -WarningAction SilentlyContinue
        } else {
            Get-UcFact -Shell Local -WarningAction SilentlyContinue
        }
        $asked[$place.Shell] = $true
    }
    Exit-Simulation
}

# Runs a script block in each place of a plan, in the order of its stages; answers what it puts out.
function Invoke-ScenarioStage {
    param([hashtable]$Scenario, [object[]]$Stage, [scriptblock]$Block)
    foreach ($one in $Stage) {
        $shell = $one.Shell
        if ($shell -eq 'Local') { $shell = 'Exchange' }
        $computer = $one.Machine
        if (-not $computer) { $computer = @($Scenario.Places | Where-Object { $_.Shell -eq $shell })[0].Computer }
        Enter-Simulation -Directory $Scenario.Simulation.Directory -Computer $computer -Shell $shell
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

# What went wrong in results of a plan.
function Get-ScenarioTrouble {
    param([object[]]$Result)
    $Result | Where-Object { 'Failed', 'Moved' -contains $_.Status } | ForEach-Object { $_.Message }
}

# What the judge of the simulation finds wrong on the back end servers; nothing if instant messaging works.
function Get-ScenarioFault {
    param([hashtable]$Scenario)
    $new = $Scenario.Simulation
    foreach ($server in $new.BackEnds) {
        if (-not (Test-SimulationIm -Computer $server -Directory $new.Directory)) { Get-SimulationImFault -Computer $server -Directory $new.Directory }
    }
}

# The rules that fail for facts collected now.
function Get-ScenarioFailure {
    param([hashtable]$Scenario)
    $left = @($Scenario.Simulation.Expect.PSObject.Properties | Where-Object { $_.Name -eq 'left' } | ForEach-Object { $_.Value })
    foreach ($one in @(Test-UcIntegration -Fact @(Get-ScenarioFact -Scenario $Scenario) -Scenario OwaIm)) {
        if ($one.Status -eq 'Fail' -and $one.Severity -eq 'Error' -and $left -notcontains $one.Rule) { $one.Rule + ' ' + $one.Message }
    }
}

# A text of this run as it is in every run: without the folder of the machine, and without times.
function ConvertTo-ScenarioText {
    param([hashtable]$Scenario, [string]$Text)
    $folder = [regex]::Escape($Scenario.Simulation.Directory)
    $plain = [regex]::Replace($Text, $folder + '[\\/]machines[\\/]', '', 'IgnoreCase')
    return [regex]::Replace($plain, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?', '{time}')
}

# Findings as lines: what fails or is unknown, then how many there are of each status.
function Format-ScenarioFinding {
    param([hashtable]$Scenario, [object[]]$Finding)
    foreach ($one in $Finding) {
        if ('Pass', 'NotApplicable' -contains $one.Status) { continue }
        ConvertTo-ScenarioText -Scenario $Scenario -Text ('{0} {1} {2}: {3}' -f $one.Status, $one.Rule, $one.Target, $one.Message)
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
