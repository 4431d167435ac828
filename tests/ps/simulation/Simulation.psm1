# Products and machines for tests: an estate of Exchange and Lync servers that lives in a folder, the shells of the two
# products with commands that behave as theirs do, and an oracle that says whether it works. It knows the
# products only: it must not use UcIntegration, whose work it proves or disproves.
Set-StrictMode -Version Latest

# The simulation that this process is in: folder, computer (FQDN), shell, and what Exit-Simulation puts back.
$script:simulation = @{ Directory = $null; Computer = $null; Shell = 'None'; AsServer = $false; Environment = @{} }
# What the commands do: name to script block, filled by the files of the folder behavior.
$script:behavior = @{}
# The error that ended the running command.
$script:failure = $null

foreach ($part in 'State', 'Hash', 'Estate', 'EstateItem', 'EstateExchange', 'EstateLync', 'EstateOAuth', 'EstateVoice', 'EstateEdge',
    'EstateMachine', 'EstateNetwork', 'Files', 'Generate', 'Call', 'Setting', 'Filter', 'Oracle', 'OracleOAuth', 'OracleVoice', 'OracleHybrid', 'OracleScenario',
    'SignIn', 'Machine', 'MachineService', 'MachineRegistry', 'Network', 'Shell') {
    . (Join-Path $PSScriptRoot ($part + '.ps1'))
}
foreach ($file in Microsoft.PowerShell.Management\Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'behavior') -Filter '*.ps1') { . $file.FullName }

Export-ModuleMember -Function @(
    'New-Simulation', 'Remove-Simulation', 'Enter-Simulation', 'Exit-Simulation', 'Get-SimulationEstate', 'Get-SimulationState', 'Get-SimulationTime', 'Set-SimulationDelay', 'Set-SimulationRefreshError',
    'Get-SimulationHash', 'Compare-SimulationStart', 'Test-SimulationIm', 'Get-SimulationImFault', 'Invoke-SimulationSignIn',
    'Get-SimulationCommand', 'Invoke-SimulationCommand', 'Invoke-SimulationMachine', 'Invoke-SimulationScript', 'Get-SimulationBackEnd',
    'Resolve-SimulationName', 'Get-SimulationWebResponse', 'Get-SimulationForest', 'Get-SimulationFirewallRule', 'Get-SimulationPort', 'Get-SimulationCertificate',
    'Get-SimulationRegistryValue', 'Get-SimulationFileVersion', 'Get-SimulationInstalledProduct', 'ConvertTo-SimulationPath', 'Get-SimulationFault'
)
