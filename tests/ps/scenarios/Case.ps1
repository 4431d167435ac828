# Which cases a file of scenarios plays: loaded while tests are found, before anything of the module is. Must not play.

# Without the reference of the products there is nothing to make their simulation from.
function Test-ScenarioReference {
    $reference = $env:UC_REFERENCE
    if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../../shared/reference' }
    return Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json')
}

# The cases of this run. UC_SHARD=1/2 takes every second one: two halves can run at once, each with a registry of its own.
function Select-ScenarioCase {
    param([object[]]$Case)
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
