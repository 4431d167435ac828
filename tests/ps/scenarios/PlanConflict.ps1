# Whether the steps of a plan go together: the same step twice, or two steps that set one property of one object to
# different values. Loaded in BeforeAll, after Scenario.ps1. Must not know what a plan is for.

# The parameters that say which object a command is about.
$identifying = 'Identity', 'Server', 'Name', 'Type', 'ApplicationId', 'TrustedApplicationPoolFqdn'

function ConvertTo-PlanText {
    param($Value)
    return (@($Value) -join ', ').ToLowerInvariant()
}

# What a command sets: @{ Object; Property; Value } for each value. A file belongs to its machine, an object of the
# products to all. Commands that remove or restart set nothing.
function Get-PlanSetting {
    param([string]$Place, $Command)
    if ($Command.PSObject.Properties['changes']) {
        foreach ($change in $Command.changes) { @{ Object = $Place + ' ' + $Command.path; Property = $change.key; Value = ConvertTo-PlanText $change.value } }
        return
    }
    if ($Command.kind -ne 'Cmdlet' -or $Command.name -notmatch '^(Set|New)-(.+)$') { return }
    $object = $matches[2]
    $parameters = @($Command.parameters)
    foreach ($name in $identifying) { foreach ($one in $parameters) { if ($one.name -eq $name) { $object += ' ' + (ConvertTo-PlanText $one.value) } } }
    foreach ($one in $parameters) {
        if ($identifying -notcontains $one.name) { @{ Object = $object; Property = $one.name; Value = ConvertTo-PlanText $one.value } }
    }
}

# A command with its place as one text: names without case, parameters in any order.
function ConvertTo-PlanStepText {
    param([string]$Place, $Command)
    if ($Command.kind -eq 'Cmdlet') {
        $texts = @($Command.parameters | ForEach-Object { '-' + $_.name + ' ' + (ConvertTo-PlanText $_.value) } | Sort-Object)
        return ($Place + ' ' + $Command.name + ' ' + ($texts -join ' ')).ToLowerInvariant()
    }
    return ($Place + ' ' + (Format-ScenarioCommand -Command $Command)).ToLowerInvariant()
}

# Sentences, or nothing.
function Get-PlanConflict {
    param($Plan)
    $steps = @{}
    $settings = @{}
    foreach ($stage in $Plan.stages) {
        $place = ''
        if ($stage.PSObject.Properties['machine']) { $place = $stage.machine }
        foreach ($step in $stage.steps) {
            $text = ConvertTo-PlanStepText -Place $place -Command $step.command
            if ($steps.ContainsKey($text)) { '{0} and {1} are the same step: {2}' -f $steps[$text], $step.number, $text }
            $steps[$text] = $step.number
            foreach ($one in Get-PlanSetting -Place $place -Command $step.command) {
                $key = $one.Property + ' of ' + $one.Object
                if ($settings.ContainsKey($key) -and $settings[$key].Value -cne $one.Value) { '{0} and {1} set {2} to {3} and to {4}' -f $settings[$key].Number, $step.number, $key, $settings[$key].Value, $one.Value }
                $settings[$key] = @{ Number = $step.number; Value = $one.Value }
            }
        }
    }
}
