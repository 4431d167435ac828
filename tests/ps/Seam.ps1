# Puts the simulated machine in the place of what the module asks of Windows without a command: names, web services,
# ports, the forest, the firewall, and the keys and chains of certificates. Loaded by tests that have both modules; must hold no
# answers of its own.

# The functions stand in the module until it is loaded again.
function Connect-Simulation {
    & (Get-Module -Name UcIntegration) {
        function script:Resolve-UcHost {
            param([string]$Name)
            return Resolve-SimulationName -Name $Name
        }
        function script:Resolve-UcService {
            param([string]$Name)
            return Resolve-SimulationName -Name $Name
        }
        function script:Get-UcWebResponse {
            param([string]$Url)
            return Get-SimulationWebResponse -Url $Url
        }
        function script:Get-UcForest { return Get-SimulationForest }
        function script:Get-UcListenerPort { return Get-SimulationPort }
        function script:Get-UcFirewallRule { return Get-SimulationFirewallRule }
        function script:Get-UcRootThumbprint {
            param($Certificate)
            $known = Get-SimulationCertificate -Thumbprint $Certificate.Thumbprint
            if ($null -ne $known) { return $known.Root }
        }
        function script:Add-UcKeyFact {
            param([System.Collections.IDictionary]$Record, $Certificate)
            $known = Get-SimulationCertificate -Thumbprint $Certificate.Thumbprint
            if ($null -eq $known) { return }
            $Record['signatureAlgorithm'] = $known.SignatureAlgorithm
            $Record['publicKeySize'] = $known.PublicKeySize
        }
    }
}
