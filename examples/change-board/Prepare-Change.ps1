# Puts together what a change board wants to see, in one new folder: the facts it rests on, the findings, the plan with
# its scripts, and a summary. Reads files only; nothing in Exchange, Lync or on this machine is changed.
#
#     .\Prepare-Change.ps1 -Fact \\files\collected\facts-*.json -Path D:\CHG-1234
#
# Needs neither Exchange nor Lync. README.md beside it tells the whole way.
[CmdletBinding()]
param(
    # The files that Export-UcFact wrote, from all shells and machines.
    [Parameter(Mandatory = $true)]
    [string[]]$Fact,

    # The folder of the change. It must not exist yet: papers that were approved are never mixed with others.
    [Parameter(Mandatory = $true)]
    [string]$Path,

    # The pool, the certificate and the Exchange servers, where the facts leave a choice.
    [string]$IMServerName,
    [string]$CertificateThumbprint,
    [string[]]$Server
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module UcIntegration
. (Join-Path (Split-Path -Parent $MyInvocation.MyCommand.Path) 'Change.ps1')

# The SHA-256 of a file (PowerShell 3.0 has no Get-FileHash).
function Get-Sha256 {
    param([string]$Path)
    $hasher = New-Object System.Security.Cryptography.SHA256CryptoServiceProvider
    $stream = [System.IO.File]::OpenRead($Path)
    try {
        return [System.BitConverter]::ToString($hasher.ComputeHash($stream)).Replace('-', '')
    } finally {
        $stream.Close()
        $hasher.Dispose()
    }
}

# How many findings there are of each status, as lines.
function Get-FindingCount {
    param([object[]]$Finding)
    foreach ($group in ($Finding | Group-Object -Property Status, Severity | Sort-Object -Property Name)) {
        '{0,6}  {1}' -f $group.Count, $group.Name
    }
}

# The plan in words: who does what where, and what users will notice.
function Get-PlanText {
    param($Plan)
    foreach ($stage in $Plan.Stages) {
        $place = $stage.Machine
        if (-not $place) { $place = 'any machine with this shell' }
        'Stage {0}: {1} shell, {2}' -f $stage.Number, $stage.Shell, $place
        foreach ($step in $stage.Steps) {
            '{0,4}. {1} [{2}]' -f $step.Number, $step.Title, $step.Rule
            if ($step.Interrupts) { '      Users notice: {0}' -f $step.Interrupts }
        }
    }
    if ($Plan.Steps -eq 0) { 'Nothing: no step is needed.' }
}

function Get-OpenText {
    param($Plan)
    foreach ($open in $Plan.Unresolved) {
        '  [{0}] {1}: {2}' -f $open.Rule, $open.Target, $open.Message
        '      {0}' -f $open.Remedy
    }
    if (@($Plan.Unresolved).Count -eq 0) { '  Nothing.' }
}

function Get-FileText {
    param([string]$Folder)
    foreach ($file in (Get-ChildItem -Path $Folder -Recurse | Where-Object { -not $_.PSIsContainer })) {
        '{0}  {1}' -f (Get-Sha256 -Path $file.FullName), $file.FullName.Substring($Folder.Length).TrimStart('\', '/')
    }
}

if (Test-Path -LiteralPath $Path) { throw "$Path exists already. Give a new folder for each change." }
$folder = (New-Item -ItemType Directory -Path $Path).FullName
$kept = (New-Item -ItemType Directory -Path (Join-Path $folder 'facts')).FullName
Copy-Item -Path $Fact -Destination $kept
$files = @(Get-ChildItem -Path $kept)
if ($files.Count -eq 0) { throw "No file of facts is called $($Fact -join ', ')." }

# Kept for the proof, which has to check against the same request.
$requested = @{}
foreach ($name in 'IMServerName', 'CertificateThumbprint', 'Server') {
    if ($PSBoundParameters.ContainsKey($name)) { $requested[$name] = $PSBoundParameters[$name] }
}
Export-Text -Line (ConvertTo-Json -InputObject $requested) -Path (Join-Path $folder 'requested.json')

$findings = @(Test-UcIntegration -Fact $files -Scenario OwaIm @requested)
Export-Finding -Finding $findings -Folder $folder -Name 'findings' -Title 'Findings before the change'
[void](Export-UcReport -Fact $files -Scenario OwaIm @requested -Path (Join-Path $folder 'report.html') -Title 'Instant messaging in Outlook on the web')
$plan = Get-UcPlan -Fact $files -Scenario OwaIm @requested
[void]($plan | Export-UcPlan -Path $folder -AsScript)

$unknown = @($findings | Where-Object { $_.Status -eq 'Unknown' -and $_.Severity -eq 'Error' })
if ($unknown.Count -gt 0) {
    Write-Warning "$($unknown.Count) conditions could not be checked, so the plan may lack steps. See Collect in findings.csv."
}
$summary = @(
    "Plan $($plan.Id), made for the state of $($plan.CreatedAt)"
    ''
    'FINDINGS (details in findings.csv and findings.html)'
    Get-FindingCount -Finding $findings
    ''
    'WHAT WILL BE DONE, in this order'
    Get-PlanText -Plan $plan
    ''
    'WHAT MUST BE DONE MANUALLY'
    Get-OpenText -Plan $plan
    ''
    'FILES (SHA-256)'
    Get-FileText -Folder $folder
)
Export-Text -Line $summary -Path (Join-Path $folder 'summary.txt')
Get-Item -LiteralPath (Join-Path $folder 'summary.txt')
