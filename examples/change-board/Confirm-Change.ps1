# Proves a change afterwards: checks facts that were collected after it, and sets the findings against those in the folder
# that Prepare-Change.ps1 made. Writes proof.csv, proof.html and proof.txt there; changes nothing else.
#
#     .\Confirm-Change.ps1 -Path D:\CHG-1234 -Fact \\files\after\facts-*.json
#
# Exit code: 0 proven; 1 something fails; 2 nothing fails, but something of severity Error could not be checked.
[CmdletBinding()]
param(
    # The folder of the change.
    [Parameter(Mandatory = $true)]
    [string]$Path,

    # The files that Export-UcFact wrote after the change, from all shells and machines.
    [Parameter(Mandatory = $true)]
    [string[]]$Fact
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module UcIntegration
. (Join-Path (Split-Path -Parent $MyInvocation.MyCommand.Path) 'Change.ps1')

function Get-FindingLine {
    param([object[]]$Finding)
    foreach ($one in $Finding) { '  [{0}] {1}: {2}' -f $one.Rule, $one.Target, $one.Message }
    if (@($Finding).Count -eq 0) { '  None.' }
}

# When the facts of a file were collected, as the file says it itself: in UTC, so that the later one is the greater text.
# A pattern finds it in files that are too large for the JSON reader of PowerShell 3.0.
function Get-CollectedTime {
    param([string]$Path)
    $found = [regex]::Match([System.IO.File]::ReadAllText($Path), '"collected"\s*:\s*\{[^}]*?"time"\s*:\s*"(\d{4}-\d\d-\d\dT[^"]+)"')
    if (-not $found.Success) { throw "$Path is not a file of facts." }
    return $found.Groups[1].Value
}

# What the preparation requested, as parameters.
function Get-Requested {
    param([string]$File)
    $requested = @{}
    $read = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($File))
    foreach ($property in $read.PSObject.Properties) { $requested[$property.Name] = $property.Value }
    return $requested
}

$folder = (Resolve-Path -LiteralPath $Path).ProviderPath
$after = @(Get-Item -Path $Fact)
if ($after.Count -eq 0) { throw "No file of facts is called $($Fact -join ', ')." }

# Old files would prove nothing, and look just like a proof: those of the folder, and any others from before the change.
$newest = @(Get-ChildItem -Path (Join-Path $folder 'facts') | ForEach-Object { Get-CollectedTime -Path $_.FullName } | Sort-Object)[-1]
foreach ($file in $after) {
    if ((Get-CollectedTime -Path $file.FullName) -le $newest) { throw "$($file.FullName) was collected before the change. Collect again with Export-UcFact." }
}

$requested = Get-Requested -File (Join-Path $folder 'requested.json')
# As it was approved: checked again today, the old files would fail for their age as well.
$approved = @(Import-Csv -Path (Join-Path $folder 'findings.csv'))
# An advisory, such as a version that is out of support, is for another change. In the table it is a text.
$wasFailing = @($approved | Where-Object { $_.Status -eq 'Fail' -and $_.Advisory -ne 'True' } | ForEach-Object { "$($_.Rule) $($_.Target)" })
$findings = @(Test-UcIntegration -Fact $after -Scenario OwaIm @requested)
$failing = @($findings | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory })
$worse = @($failing | Where-Object { $wasFailing -notcontains "$($_.Rule) $($_.Target)" })
$unknown = @($findings | Where-Object { $_.Status -eq 'Unknown' -and $_.Severity -eq 'Error' })
$manual = @($findings | Where-Object { $_.Status -eq 'Manual' })

$code = 0
$verdict = 'PROVEN: nothing fails, and everything that matters could be checked.'
if ($unknown.Count -gt 0) {
    $code = 2
    $verdict = 'NOT PROVEN: nothing fails, but not everything that matters could be checked.'
}
if ($failing.Count -gt 0) {
    $code = 1
    $verdict = 'NOT PROVEN: something fails.'
}
Export-Finding -Finding $findings -Folder $folder -Name 'proof' -Title 'Findings after the change'
$lines = @(
    $verdict
    ''
    "FAILED BEFORE: $($wasFailing.Count), FAILS NOW: $($failing.Count)"
    Get-FindingLine -Finding $failing
    ''
    'FAILS NOW BUT DID NOT BEFORE'
    Get-FindingLine -Finding $worse
    ''
    'COULD NOT BE CHECKED'
    Get-FindingLine -Finding $unknown
    ''
    'TO BE CHECKED MANUALLY'
    Get-FindingLine -Finding $manual
)
Export-Text -Line $lines -Path (Join-Path $folder 'proof.txt')
Get-Item -LiteralPath (Join-Path $folder 'proof.txt')
exit $code
