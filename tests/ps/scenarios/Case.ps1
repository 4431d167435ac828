# Which cases a file of scenarios plays: loaded while tests are found, before anything of the module is. Must not play.

# Without the reference of the products there is nothing to make their simulation from.
function Test-ScenarioReference {
    $reference = $env:UC_REFERENCE
    if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../../shared/reference' }
    return Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json')
}

# The cases of this run. UC_SHARD=1/2 takes every second one: two halves can run at once. UC_ESTATE takes
# those of estates whose name is like it.
function Select-ScenarioCase {
    param([object[]]$Case)
    if ($env:UC_ESTATE) { $Case = @($Case | Where-Object { $_.Estate -like $env:UC_ESTATE }) }
    $part, $of = 1, 1
    if ($env:UC_SHARD) { $part, $of = @($env:UC_SHARD.Split('/') | ForEach-Object { [int]$_ }) }
    for ($i = $part - 1; $i -lt $Case.Count; $i += $of) { $Case[$i] }
}

# All estates, by name; WithPlan: those whose golden plan has steps.
function Get-ScenarioEstate {
    param([switch]$WithPlan)
    foreach ($file in (Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot '../estates') -Filter '*.json' | Sort-Object -Property Name)) {
        $golden = Join-Path $PSScriptRoot ('golden/' + $file.BaseName + '.plan.txt')
        if ($WithPlan -and -not ((Test-Path -LiteralPath $golden) -and (Select-String -LiteralPath $golden -Pattern '^stage ' -Quiet))) { continue }
        @{ Estate = $file.BaseName; Path = $file.FullName }
    }
}

# Of estates with a plan the few that have, together, every scenario in every version of Exchange; all of them unless
# UC_SAMPLE is set. ForRelease: all of them only if UC_RELEASE is set too.
function Select-ScenarioSample {
    param([object[]]$Case, [switch]$ForRelease)
    if (-not $env:UC_SAMPLE -and ($env:UC_RELEASE -or -not $ForRelease)) { return $Case }
    Import-Module -Name (Join-Path $PSScriptRoot '../simulation/Simulation.psm1')
    $seen = @{}
    foreach ($one in $Case) {
        $kinds = @(& (Get-Module -Name Simulation) {
            param($Path)
            $estate = Get-SimulationEstate $Path
            $years = @(Get-SimulationEntry $estate.exchange 'servers' | ForEach-Object { Get-SimulationExchangeYear (Get-SimulationExchangeVersion $_.Value) } | Sort-Object -Unique)
            foreach ($scenario in @(Get-SimulationValue $estate 'scenarios' 'OwaIm')) { foreach ($year in $years) { $scenario + ' ' + $year } }
        } $one.Path)
        if (@($kinds | Where-Object { -not $seen.ContainsKey($_) }).Count -eq 0) { continue }
        foreach ($kind in $kinds) { $seen[$kind] = $true }
        $one
    }
    Remove-Module -Name Simulation
}
