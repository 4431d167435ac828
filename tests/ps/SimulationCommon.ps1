# What the tests of the simulation share: each of their files loads this in BeforeAll. Must not use UcIntegration.
Import-Module -Name (Join-Path $PSScriptRoot 'simulation/Simulation.psm1')

function New-TestSimulation {
    param([string]$Estate)
    $path = Join-Path $PSScriptRoot ('estates/' + $Estate + '.json')
    New-Simulation -Estate $path -Directory (Join-Path $TestDrive ([Guid]::NewGuid().ToString('N').Substring(0, 8)))
}

function Get-TestError {
    param([scriptblock]$Block)
    $ErrorActionPreference = 'Continue'
    try {
        @(& $Block 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    } catch {
        $_
    }
}

# Puts the two keys at the end of the appSettings of the back end, the way a careful hand would.
function Add-TestKey {
    param([string]$Thumbprint)
    $path = Join-Path $env:ExchangeInstallPath 'ClientAccess\Owa\web.config'
    $keys = '<add key="IMServerName" value="lync.contoso.example" /><add key="IMCertificateThumbprint" value="' + $Thumbprint + '" />'
    [System.IO.File]::WriteAllText($path, [System.IO.File]::ReadAllText($path).Replace('</appSettings>', $keys + '</appSettings>'))
}

function Get-TestThumbprint {
    (Get-ExchangeCertificate | Where-Object { $_.Services -match 'IIS' }).Thumbprint
}

function Enable-TestPool {
    param([string]$Fqdn)
    New-CsTrustedApplicationPool -Identity $Fqdn -Registrar lync.contoso.example -Site NA -RequiresReplication $false -Force -WarningAction SilentlyContinue
    New-CsTrustedApplication -ApplicationId OutlookWebApp -TrustedApplicationPoolFqdn $Fqdn -Port 5199 -WarningAction SilentlyContinue
    Enable-CsTopology
}

function Enable-TestFrontEnd {
    Get-OwaVirtualDirectory | Set-OwaVirtualDirectory -InstantMessagingEnabled $true -InstantMessagingType OCS
    Get-OwaMailboxPolicy | Set-OwaMailboxPolicy -InstantMessagingEnabled $true -InstantMessagingType Ocs
}

function Set-TestOverride {
    New-SettingOverride -Name 'IM' -Component OwaServer -Section IMSettings -Reason test -Parameters @('IMServerName=lync.contoso.example', ('IMCertificateThumbprint=' + (Get-TestThumbprint)))
}

function Update-TestServer {
    $null = Get-ExchangeDiagnosticInfo -Process Microsoft.Exchange.Directory.TopologyService -Component VariantConfiguration -Argument Refresh
}
