# Facts of the machine: what its registry says of TLS, for Windows (SChannel) and for .NET Framework in both bitnesses.
# Reads only; what is not set is no value.

$script:UcTlsKey = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'

$script:UcTlsProtocols = @('TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3')

$script:UcDotNetKeys = @('SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SOFTWARE\Wow6432Node\Microsoft\.NETFramework\v4.0.30319')

$script:UcWindowsKey = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'

Add-UcSection -Path 'machine.tls' -Text "Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols'" -Read {
    param($Context)
    $keys = @(foreach ($protocol in $script:UcTlsProtocols) {
        foreach ($side in 'Client', 'Server') { @{ Key = $script:UcTlsKey + '\' + $protocol + '\' + $side; Names = 'Enabled', 'DisabledByDefault' } }
    })
    $keys += @(foreach ($key in $script:UcDotNetKeys) { @{ Key = $key; Names = 'SchUseStrongCrypto', 'SystemDefaultTlsVersions' } })
    $record = [ordered]@{}
    $build = ConvertTo-UcNumber (Get-UcRegistryValue -Key $script:UcWindowsKey -Name 'CurrentBuildNumber')
    if ($null -ne $build) { $record['windowsBuild'] = $build }
    $record['values'] = @(foreach ($one in $keys) {
        foreach ($name in $one.Names) {
            $value = Get-UcRegistryValue -Key ('HKLM:\' + $one.Key) -Name $name
            if ($null -ne $value) { ConvertTo-UcRegistryValue -Key ('HKLM\' + $one.Key) -Name $name -Value $value }
        }
    })
    $record
}
