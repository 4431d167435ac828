# Puts the simulated machine in the place of what the module asks of Windows without a command: names, web services,
# ports, the forest, the firewall, the registry, the versions of files, and the keys and chains of certificates; and, where paths have slashes,
# gives the module the paths that this system opens. Loaded by tests that have both modules; must hold no answers of its own.

# What stands in the module in place of its own functions while it is connected.
$simulationHooks = @{
    'Resolve-UcHost' = {
        param([string]$Name)
        return Resolve-SimulationName -Name $Name
    }
    'Resolve-UcDnsSrvRecord' = {
        param([string]$Name)
        return Resolve-SimulationName -Name $Name
    }
    'Get-UcWebResponse' = {
        param([string]$Url)
        return Get-SimulationWebResponse -Url $Url
    }
    'Get-UcForest' = { return Get-SimulationForest }
    'Get-UcListenerPort' = { return Get-SimulationPort }
    'Get-UcFirewallRule' = { return Get-SimulationFirewallRule }
    'Get-UcRegistryValue' = {
        param([string]$Key, [string]$Name)
        return Get-SimulationRegistryValue -Key $Key -Name $Name
    }
    'Get-UcFileVersion' = {
        param([string]$Path)
        return Get-SimulationFileVersion -Path $Path
    }
    'Get-UcInstalledProduct' = {
        param([string]$Like)
        return Get-SimulationInstalledProduct -Like $Like
    }
    'Get-UcRootThumbprint' = {
        param($Certificate)
        $known = Get-SimulationCertificate -Thumbprint $Certificate.Thumbprint
        if ($null -ne $known) { return $known.Root }
    }
    'Add-UcKeyFact' = {
        param([System.Collections.IDictionary]$Record, $Certificate)
        $known = Get-SimulationCertificate -Thumbprint $Certificate.Thumbprint
        if ($null -eq $known) { return }
        $Record['signatureAlgorithm'] = $known.SignatureAlgorithm
        $Record['publicKeySize'] = $known.PublicKeySize
        if ($known.HasPrivateKey) { $Record['isCngKey'] = $known.IsCngKey }
    }
}
# The module writes the paths of a server as Windows does, and .NET opens them as they are.
if ([System.IO.Path]::DirectorySeparatorChar -ne '\') {
    $simulationHooks['Get-UcWebConfig'] = {
        param([hashtable]$Context, [string]$Path, [bool]$BackEnd)
        return & $script:simulationOwn['Get-UcWebConfig'] -Context $Context -Path (ConvertTo-SimulationPath -Path $Path) -BackEnd $BackEnd
    }
}

# The functions stand in the module until it is disconnected or loaded again.
function Connect-Simulation {
    & (Get-Module -Name UcIntegration) {
        param([hashtable]$Hook)
        if (Test-Path -LiteralPath 'Variable:script:simulationOwn') { return }
        $script:simulationOwn = @{}
        foreach ($name in $Hook.Keys) {
            # A function that the module no longer has would be replaced by nobody's.
            $script:simulationOwn[$name] = (Get-Item -LiteralPath ('Function:' + $name) -ErrorAction Stop).ScriptBlock
            Set-Item -LiteralPath ('Function:script:' + $name) -Value $ExecutionContext.SessionState.Module.NewBoundScriptBlock($Hook[$name])
        }
    } $simulationHooks
}

# Gives the module its own functions back.
function Disconnect-Simulation {
    & (Get-Module -Name UcIntegration) {
        if (-not (Test-Path -LiteralPath 'Variable:script:simulationOwn')) { return }
        foreach ($name in $script:simulationOwn.Keys) { Set-Item -LiteralPath ('Function:script:' + $name) -Value $script:simulationOwn[$name] }
        Remove-Variable -Name simulationOwn -Scope Script
    }
}

# Sets a variable of the environment for the library of the module too: outside of Windows .NET has a copy of its own,
# which native code does not see.
function Set-SimulationVariable {
    param([string]$Name, [string]$Value)
    if (-not $Value) { $Value = [System.Management.Automation.Language.NullString]::Value }
    [Environment]::SetEnvironmentVariable($Name, $Value)
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { return }
    if ($null -eq ('UcIntegrationTest.NativeEnvironment' -as [type])) {
        Add-Type -Namespace 'UcIntegrationTest' -Name 'NativeEnvironment' -MemberDefinition (
            '[DllImport("libc")] public static extern int setenv(string name, string value, int overwrite);' +
            '[DllImport("libc")] public static extern int unsetenv(string name);')
    }
    $native = 'UcIntegrationTest.NativeEnvironment' -as [type]
    $failed = if ($Value) { $native::setenv($Name, $Value, 1) } else { $native::unsetenv($Name) }
    if ($failed) { throw ('The environment does not take ' + $Name + '.') }
}
