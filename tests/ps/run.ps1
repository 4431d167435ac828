# Runs the tests of the PowerShell module: with Pester 5 where it is installed, else with the stand-in beside this file.
# The last line is "N passed, N failed, N skipped"; the exit code is 1 if a test failed or none was found.
param(
    # The manifest of the module to test, with its library beside it (bin).
    [string]$ModulePath = (Join-Path $PSScriptRoot '../../ps-module/UcIntegration/UcIntegration.psd1'),
    # The culture of the session, such as fr-FR.
    [string]$Culture = 'en-US',
    # Only tests whose full name ("block / block / test") is like this.
    [string]$Filter = '*',
    # Test files or folders.
    [string[]]$Path = @($PSScriptRoot),
    # The commands of PowerShell 3.0 as JSON; without it the check of commands is skipped, and says so.
    [string]$Ps3Commands = '',
    # Do not use Pester.
    [switch]$StandIn
)
Set-StrictMode -Version Latest
$env:UC_TEST_MODULE = (Resolve-Path -LiteralPath $ModulePath).ProviderPath
$env:UC_TEST_PS3_COMMANDS = $Ps3Commands
$cultureInfo = [System.Globalization.CultureInfo]::GetCultureInfo($Culture)
[System.Threading.Thread]::CurrentThread.CurrentCulture = $cultureInfo
[System.Threading.Thread]::CurrentThread.CurrentUICulture = $cultureInfo
$files = @(foreach ($one in $Path) {
    if (Test-Path -LiteralPath $one -PathType Container) {
        Get-ChildItem -LiteralPath $one -Filter '*.Tests.ps1' | Sort-Object -Property Name | ForEach-Object { $_.FullName }
    } else {
        (Resolve-Path -LiteralPath $one).ProviderPath
    }
})
$pester = Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 } | Select-Object -First 1
if ($null -ne $pester -and -not $StandIn) {
    Import-Module -ModuleInfo $pester
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $files
    $configuration.Run.PassThru = $true
    $configuration.Filter.FullName = $Filter.Replace(' / ', '.')
    $run = Invoke-Pester -Configuration $configuration
    $failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
    if ($run.TotalCount -eq 0) { $failed = 1 }
    Write-Output ('{0} passed, {1} failed, {2} skipped' -f $run.PassedCount, $failed, ($run.SkippedCount + $run.InconclusiveCount))
} else {
    . (Join-Path $PSScriptRoot 'StandIn.ps1')
    Invoke-StandIn -Path $files -Filter $Filter
    $failed = $script:standInResult.Failed
}
if ($failed -gt 0) { exit 1 }
exit 0
