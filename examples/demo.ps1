# Plays one estate from broken to working and back: a cumulative update of Exchange 2013 has removed the settings of
# instant messaging. Run by `cargo xtask demo`. Exchange, Lync and their machines are simulated (tests/ps/simulation), in
# a folder; the module is the real one, which UC_MODULE names.
[CmdletBinding()]
param(
    # An empty folder for the estate, the backups and the journals.
    [Parameter(Mandatory = $true)]
    [string]$Folder,
    # The estate to play.
    [string]$Estate = 'update-wiped-2013'
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot -Parent
Import-Module $env:UC_MODULE
Import-Module (Join-Path $root 'tests/ps/simulation/Simulation.psm1')
. (Join-Path $root 'tests/ps/SimulationHooks.ps1')
Connect-Simulation

function Show-Step([string]$Title) { Write-Output ''; Write-Output "--- $Title" }
function Show-Table { $input | Format-Table -AutoSize -Wrap -Property $args | Out-String -Width 118 }

$simulation = New-Simulation -Estate (Join-Path $root "tests/ps/estates/$Estate.json") -Directory (Join-Path $Folder 'estate') -Now ([datetime]::UtcNow)
Set-SimulationVariable -Name 'UC_BACKUP_DIRECTORY' -Value (Join-Path $Folder 'backups')
$journals = Join-Path $Folder 'journals'
$machines = @((Get-SimulationState $simulation.Directory).Machines)
$exchange = @($machines | Where-Object { $_.Product -eq 'Exchange' } | ForEach-Object { $_.Fqdn })
$lync = @($machines | Where-Object { $_.Product -ne 'Exchange' } | ForEach-Object { $_.Fqdn })[0]
function Enter-Exchange { Enter-Simulation -Directory $simulation.Directory -Computer $exchange[0] -Shell Exchange }
function Enter-Lync { Enter-Simulation -Directory $simulation.Directory -Computer $lync -Shell Lync }

Write-Output ('The estate: {0}. Broken: {1}.' -f $simulation.Title, (Get-SimulationEstate (Join-Path $root "tests/ps/estates/$Estate.json")).broken)
Write-Output ('Does instant messaging work on {0}? {1}' -f $exchange[0], (Test-SimulationIm -Computer $exchange[0] -Directory $simulation.Directory))

Show-Step '1. In the Lync shell: Get-UcFact -AllUsers | Export-UcFact'
Enter-Lync
$fromLync = Get-UcFact -AllUsers | Export-UcFact -Path $Folder
$fromLync.Name

Show-Step '2. In the Exchange shell: Test-UcIntegration, with the file of the Lync shell'
Enter-Exchange
$facts = @($fromLync; Get-UcFact -AllUsers)
Test-UcIntegration -Fact $facts -Scenario OwaIm | Where-Object { 'Fail', 'Unknown' -contains $_.Status } | Show-Table Status Rule Target Message

Show-Step '3. What would be done: Get-UcPlan'
$plan = Get-UcPlan -Fact $facts -Scenario OwaIm
$plan.Stages | ForEach-Object { $_.Steps } | Format-List Number, Title, Reason, Interrupts | Out-String -Width 118

Show-Step '4. Invoke-UcPlan'
Invoke-UcPlan -Plan $plan -JournalPath $journals -Confirm:$false | Show-Table Number Status Title
Write-Output ('Does instant messaging work on {0}? {1}' -f $exchange[0], (Test-SimulationIm -Computer $exchange[0]))
Write-Output ('Test-UcIntegration -Quiet: {0}' -f (Test-UcIntegration -Fact @($fromLync; Get-UcFact -AllUsers) -Scenario OwaIm -Quiet))

Show-Step '5. Once more: nothing is left to do'
Invoke-UcPlan -Plan $plan -JournalPath $journals -Confirm:$false | Show-Table Number Status Title

Show-Step '6. And back: Undo-UcPlan'
Undo-UcPlan -Plan $plan -JournalPath $journals -Confirm:$false | Show-Table Number Status Title
$left = @(Compare-SimulationStart)
Write-Output ('Differences from the start, in the products and in every byte of every file: {0}' -f $left.Count)
$left

Show-Step '7. For those who decide: Export-UcReport, of the estate as it was found'
$report = Export-UcReport -Fact $facts -Scenario OwaIm -Path (Join-Path $Folder 'report.html') -Title $simulation.Title
Write-Output ('{0}: {1:N0} bytes, one page that needs nothing else' -f $report.Name, $report.Length)
Exit-Simulation
if ($left.Count -gt 0) { exit 1 }
