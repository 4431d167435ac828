# Runs the tests of the PowerShell module with Pester 5: the one that is installed, else that of the tools folder (UC_TOOLS).
# Tests with the tag Windows need Windows itself and are left out elsewhere, those with the tag Remoting need sessions over SSH
# and are left out on Windows. Those with the tag Language look at what
# depends on the language or the formats of the session; only they have to run in every language.
# The last line is "N passed, N failed, N skipped"; the exit code is 1 if a test failed or none was found.
param(
    # The manifest of the module to test, with its library beside it (bin).
    [string]$ModulePath = (Join-Path $PSScriptRoot '../../ps-module/UcIntegration/UcIntegration.psd1'),
    # The culture of the session, such as fr-FR.
    [string]$Culture = 'en-US',
    # Only tests whose full name ("block.block.test", before its <blanks> are filled) is like this; not together with Tag, since Pester takes what either names.
    [string]$Filter = '',
    # Only tests with one of these tags.
    [string[]]$Tag = @(),
    # No tests with one of these tags.
    [string[]]$ExcludeTag = @(),
    # Test files or folders.
    [string[]]$Path = @($PSScriptRoot),
    # A part of the tests, such as 1/2: of scenarios every second case, of other tests every second file.
    [string]$Shard = '',
    # Of the scenarios only those of estates whose name is like this.
    [string]$Estate = '',
    # Of the scenarios only some estates: one that has a plan of each scenario and version of Exchange.
    [switch]$Sample,
    # What is worth its time only before a release: a plan is interrupted, and taken by its scripts, in every estate, not in some.
    [switch]$Release,
    # A test that lacks what it needs (a server for sessions, the lists of what old shells have) fails instead of being skipped.
    [switch]$All,
    # The commands of PowerShell 3.0 as JSON; without it the check of commands is skipped, and says so.
    [string]$Ps3Commands = ''
)
Set-StrictMode -Version Latest
$env:UC_TEST_MODULE = (Resolve-Path -LiteralPath $ModulePath -ErrorAction Stop).ProviderPath
$env:UC_TEST_PS3_COMMANDS = $Ps3Commands
$env:UC_SHARD = $Shard
$env:UC_ESTATE = $Estate
$env:UC_SAMPLE = $(if ($Sample) { '1' } else { '' })
$env:UC_ALL = $(if ($All) { '1' } else { '' })
$env:UC_RELEASE = $(if ($Release) { '1' } else { '' })
$cultureInfo = [System.Globalization.CultureInfo]::GetCultureInfo($Culture)
[System.Threading.Thread]::CurrentThread.CurrentCulture = $cultureInfo
[System.Threading.Thread]::CurrentThread.CurrentUICulture = $cultureInfo

# Pester 5 or later: the newest that is installed, else the one of the tools folder.
function Find-Pester {
    $tools = $env:UC_TOOLS
    if (-not $tools) { $tools = Join-Path $PSScriptRoot '../../../shared/tools' }
    $places = @('Pester')
    $manifest = Join-Path $tools 'pester/Pester/Pester.psd1'
    if (Test-Path -LiteralPath $manifest) { $places += (Resolve-Path -LiteralPath $manifest).ProviderPath }
    foreach ($place in $places) {
        $found = @(Get-Module -ListAvailable -Name $place | Where-Object { $_.Version.Major -ge 5 } | Sort-Object -Property Version -Descending)
        if ($found.Count -gt 0) { return $found[0] }
    }
    throw 'There is no Pester 5: install it (Install-Module Pester), or let UC_TOOLS name a folder with pester/Pester in it.'
}

# The part of the files that this process runs; files of scenarios take their part of the cases themselves.
function Select-ShardFile {
    param([string[]]$File)
    $part, $of = 1, 1
    if ($Shard) { $part, $of = @($Shard.Split('/') | ForEach-Object { [int]$_ }) }
    $number = 0
    foreach ($one in $File) {
        if ((Split-Path -Path (Split-Path -Path $one -Parent) -Leaf) -eq 'scenarios') { $one; continue }
        if ($number++ % $of -eq $part - 1) { $one }
    }
}

# pwsh -File hands over a list with commas as one text.
function Split-Argument {
    param([string[]]$Value)
    return @($Value | ForEach-Object { $_.Split(',') } | Where-Object { $_ })
}

$files = @(Select-ShardFile -File @(foreach ($one in (Split-Argument $Path)) {
    if (Test-Path -LiteralPath $one -PathType Container) {
        Get-ChildItem -LiteralPath $one -Filter '*.Tests.ps1' | Sort-Object -Property Name | ForEach-Object { $_.FullName }
    } else {
        (Resolve-Path -LiteralPath $one -ErrorAction Stop).ProviderPath
    }
}))
$left = @(Split-Argument $ExcludeTag)
if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { $left += 'Remoting' } else { $left += 'Windows' }
Import-Module -ModuleInfo (Find-Pester)
$configuration = New-PesterConfiguration
$configuration.Run.Path = $files
$configuration.Run.PassThru = $true
if ($Filter) { $configuration.Filter.FullName = $Filter }
$configuration.Filter.Tag = @(Split-Argument $Tag)
$configuration.Filter.ExcludeTag = $left
$configuration.Output.CIFormat = 'None'
$configuration.Output.RenderMode = 'Plaintext'
$run = Invoke-Pester -Configuration $configuration
foreach ($test in $run.Skipped) { Write-Output ('SKIPPED ' + $test.ExpandedPath) }
$failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
if ($run.PassedCount + $run.SkippedCount + $run.InconclusiveCount + $failed -eq 0) {
    Write-Output 'FAILED: no tests were found.'
    $failed = 1
}
Write-Output ('{0} passed, {1} failed, {2} skipped' -f $run.PassedCount, $failed, ($run.SkippedCount + $run.InconclusiveCount))
if ($failed -gt 0) { exit 1 }
exit 0
