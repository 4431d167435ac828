# Applies a plan in a simulated estate, or takes it back, and kills its own process at one line of the journal. Kill.Tests.ps1
# starts it; it must never be used on real servers.
param(
    [string]$Directory,
    [string]$PlanPath,
    [string]$Journals,
    # The line: its event and the number of its step, such as "Done 5".
    [string]$At,
    # How much of the line is on the disk when the process ends.
    [ValidateSet('None', 'Half', 'All')]
    [string]$Written,
    [switch]$Undo
)
. (Join-Path $PSScriptRoot 'Scenario.ps1')
Connect-Simulation

& (Get-Module -Name UcIntegration) {
    param([string]$At, [string]$Written)
    $script:killAt = @{ Line = $At; Written = $Written; Write = ${function:Add-UcJournalEntry} }

    function script:Stop-TestProcess {
        [Console]::Out.WriteLine('The process is killed.')
        [System.Diagnostics.Process]::GetCurrentProcess().Kill()
    }

    function script:Add-UcJournalEntry {
        param([hashtable]$Journal, [hashtable]$Entry)
        $here = $script:killAt.Line -eq ('{0} {1}' -f $Entry['event'], $Entry['number'])
        if ($here -and $script:killAt.Written -eq 'Half') {
            $bytes = [System.Text.Encoding]::UTF8.GetBytes('{"event":"' + $Entry['event'])
            $Journal.Stream.Write($bytes, 0, $bytes.Length)
            $Journal.Stream.Flush($true)
        }
        if ($here -and $script:killAt.Written -ne 'All') { Stop-TestProcess }
        & $script:killAt.Write @PSBoundParameters
        if ($here) { Stop-TestProcess }
    }
} -At $At -Written $Written

$json = [System.IO.File]::ReadAllText($PlanPath)
$stages = @(foreach ($stage in (ConvertFrom-Json -InputObject $json).stages) {
    $machine = $null
    if ($stage.PSObject.Properties['machine']) { $machine = $stage.machine }
    @{ Shell = $stage.shell; Machine = $machine }
})
$plan = [pscustomobject]@{ PSTypeName = 'UcIntegration.Plan'; Json = $json; Stages = $stages }
$scenario = @{ Simulation = @{ Directory = $Directory }; Places = @(Get-ScenarioPlace -Directory $Directory); Journals = $Journals }
if ($Undo) { Undo-ScenarioPlan -Scenario $scenario -Plan $plan } else { Invoke-ScenarioPlan -Scenario $scenario -Plan $plan }
