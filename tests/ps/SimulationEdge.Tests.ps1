# Tests of what the simulated products do with an Edge and hosting providers. They need the reference of the commands, and
# nothing of UcIntegration.
$reference = $env:UC_REFERENCE
if (-not $reference) { $reference = Join-Path $PSScriptRoot '../../../shared/reference' }
$skip = -not (Test-Path -LiteralPath (Join-Path $reference 'cmdlets.json'))

Describe 'simulated Edge' -Skip:$skip {
    BeforeAll {
        . (Join-Path $PSScriptRoot 'SimulationCommon.ps1')
        $provider = @{
            Identity = 'Exchange Online'; Enabled = $true; EnabledSharedAddressSpace = $true; HostsOCSUsers = $false
            ProxyFqdn = 'exap.um.outlook.com'; IsLocal = $false; VerificationLevel = 'UseSourceVerification'
        }
    }
    AfterEach { Exit-Simulation }
    AfterAll { Remove-Module -Name Simulation }

    It 'is open after the whole job by hand, not before replication' {
        $new = New-TestSimulation 'hybrid-green-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        Set-CsExternalAccessPolicy -Identity Global -EnableOutsideAccess $true
        Set-CsAccessEdgeConfiguration -AllowOutsideUsers $true -AllowFederatedUsers $true
        $null = New-CsHostingProvider @provider
        @(Get-CsManagementStoreReplicationStatus | Where-Object { -not $_.UpToDate } | ForEach-Object { $_.ReplicaFqdn }) | Should -Be @('edge.contoso.example')
        @(Get-SimulationFault -Scenario Hybrid)[0] | Should -BeLike 'EDGE *'
        Invoke-CsManagementStoreReplication
        Get-SimulationFault -Scenario Hybrid | Should -BeNullOrEmpty
        @(Get-CsManagementStoreReplicationStatus | Where-Object { -not $_.UpToDate }) | Should -BeNullOrEmpty
    }
    It 'reads its own copy and nothing else' {
        $new = New-TestSimulation 'hybrid-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        Set-CsHostingProvider -Identity 'Exchange Online' -Enabled $false
        Enter-Simulation -Directory $new.Directory -Computer edge.contoso.example -Shell Lync
        (Get-CsHostingProvider -LocalStore).Enabled | Should -BeTrue
        (Get-TestError { Get-CsHostingProvider })[0].Exception.Message | Should -BeLike '*Central Management Store*'
        (Get-CsCertificate).Subject | Should -Contain 'CN=sip.contoso.example'
    }
    It 'has each name and each proxy once, and all values or none of a shared address space' {
        $new = New-TestSimulation 'hybrid-working-2013'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        (Get-TestError { New-CsHostingProvider -Identity Other -Enabled $true -ProxyFqdn EXAP.um.outlook.com })[0].Exception.Message | Should -BeLike '*already has the proxy*'
        (Get-TestError { New-CsHostingProvider @provider })[0].Exception.Message | Should -BeLike '*already exists*'
        $sets = (Get-Command -Name New-CsHostingProvider).ParameterSets
        $pairs = foreach ($set in $sets) {
            @($set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -in 'EnabledSharedAddressSpace', 'HostsOCSUsers' }).Count
        }
        $pairs | Sort-Object | Should -Be @(0, 2)
        (Get-Command -Name Set-CsHostingProvider).Parameters.ContainsKey('ProxyFqdn') | Should -BeFalse
        $made = New-CsHostingProvider -Identity Other -Enabled $true -ProxyFqdn proxy.fabrikam.example
        $made.VerificationLevel | Should -Be 'AlwaysVerifiable'
        Remove-CsHostingProvider -Identity Other -Force
        Compare-SimulationStart | Should -BeNullOrEmpty
    }
    It 'says by the type of its configuration how it routes' {
        $new = New-TestSimulation 'hybrid-default-route'
        Enter-Simulation -Directory $new.Directory -Computer lync.contoso.example -Shell Lync
        (Get-CsAccessEdgeConfiguration).PSObject.TypeNames[0] | Should -BeLike '*DefaultRoute'
        Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -AllowFederatedUsers $true -EnablePartnerDiscovery $false
        (Get-CsAccessEdgeConfiguration).PSObject.TypeNames[0] | Should -BeLike '*DnsSrvRouting'
        Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn clearing.fabrikam.example
        Compare-SimulationStart | Should -BeNullOrEmpty
    }
}
