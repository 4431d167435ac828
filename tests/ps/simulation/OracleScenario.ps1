# Which oracle speaks of which scenario. Must say nothing of its own.

$script:oracle = @{
    OwaIm = { param($Folder) foreach ($server in Get-SimulationBackEnd $Folder) { Get-SimulationImFault -Computer $server -Directory $Folder } }
    Prerequisites = { param($Folder) Get-SimulationOAuthFault (Get-SimulationLook $Folder) }
    UnifiedMessaging = { param($Folder) Get-SimulationVoiceFault (Get-SimulationLook $Folder) }
    Hybrid = { param($Folder) Get-SimulationHybridFault (Get-SimulationLook $Folder) }
}

# Everything that keeps a scenario from working, as sentences; nothing if it works.
function Get-SimulationFault {
    param([Parameter(Mandatory = $true)][string]$Scenario, [string]$Directory)
    & $script:oracle[$Scenario] (Get-SimulationDirectory $Directory)
}
