# The files of a simulated Exchange server: two configuration files, the DLL of UCMA, the log folder. Must not say
# whether they are right, and must not write after the layout but where the products would (log files).

# A path of Windows with the separators of the machine that runs the test.
function ConvertTo-SimulationPath {
    param([string]$Path)
    return $Path.Replace('\', [System.IO.Path]::DirectorySeparatorChar)
}

function Get-SimulationMachinePath {
    param([string]$Directory, [string]$Fqdn, [string]$Path = '')
    return [System.IO.Path]::Combine($Directory, 'machines', $Fqdn.ToLowerInvariant(), (ConvertTo-SimulationPath $Path))
}

# Where Exchange is on a machine; ends in a separator, as the products' environment variable does.
function Get-SimulationInstallPath {
    param([string]$Directory, [string]$Fqdn)
    return Get-SimulationMachinePath $Directory $Fqdn 'Exchange Server\V15\'
}

function Get-SimulationWebConfigPath {
    param([string]$Directory, [string]$Fqdn, [switch]$FrontEnd)
    $path = 'ClientAccess\Owa\web.config'
    if ($FrontEnd) { $path = 'FrontEnd\HttpProxy\owa\web.config' }
    return (Get-SimulationInstallPath $Directory $Fqdn) + (ConvertTo-SimulationPath $path)
}

# A setting of an estate is "key": "value", or, where keys repeat, an element of a list of such objects.
function ConvertTo-SimulationAdd {
    param($Setting)
    foreach ($group in @($Setting | Where-Object { $null -ne $_ })) {
        foreach ($property in $group.PSObject.Properties) {
            '    <add key="' + $property.Name + '" value="' + [System.Security.SecurityElement]::Escape((Expand-SimulationThumbprint $property.Value)) + '" />'
        }
    }
}

$script:backEndSettings = @(
    '    <!-- Only change these values when a support engineer asks for it.'
    '         A new version of the file comes with each cumulative update. -->'
    '    <add key="MaxConcurrentRequests" value="2000" />'
    '    <add key="MaxUsersPerServer" value="4000" />'
    '    <add key="SessionTimeoutMinutes" value="480"></add>'
    '    <add key="EnableWatermark" value="true" />'
    '    <add key="AttachmentCacheMegabytes" value="128" />'
    '    <add key="BreadcrumbCount" value="20" />'
    ''
    '    <!-- Exchange web services -->'
    '    <add key="NotificationIntervalSeconds" value="30" />'
    '    <add key="NotificationRetryCount" value="3" />'
    '    <add key="ServiceBindingHost" value="localhost" />'
    '    <add key="CalendarCacheEntries" value="512" />'
    '    <add key="SearchTimeoutSeconds" value="60" />'
    '    <add key="ClientTraceLevel" value="Error" />'
    '    <add key="ClientTraceFilter" value="Calendar &amp; Mail" />'
    '    <add key="ThemeFolder" value="prem" />'
    '    <add key="SmallIconFormat" value="png" />'
    '    <add key="LogPath" value="C:\Logs\OWA\" />'
    "    <add key='LogAgeDays' value='30' />"
    '    <add key="UploadLimitKilobytes" value="35000" />'
    '    <add key="PresenceDelayMilliseconds" value="250" />'
    '    <add key="PresenceQueueLength" value="100" />'
    '    <add key="AutoSaveSeconds" value="120" />'
    '    <add key="SpellCheckLanguages" value="en;fr;de" />'
    '    <add key="HelpUrl" value="https://help.contoso.example/?app=owa&amp;v=15" />'
    '    <add key="FormsAuthentication" value="basic" />'
)
$script:frontEndSettings = @(
    '    <add key="HttpProxyBackEndPort" value="444" />'
    '    <add key="HttpProxyTimeoutSeconds" value="60" />'
    '    <!-- The proxy hands sessions on; it keeps none. -->'
    '    <add key="CookieEncryption" value="true" />'
)

function Get-SimulationAppSettings {
    param([string[]]$Lines, $Setting, [bool]$Encrypted)
    if (-not $Encrypted) { return @('  <appSettings>') + $Lines + @(ConvertTo-SimulationAdd $Setting) + @('  </appSettings>') }
    return @(
        '  <appSettings configProtectionProvider="RsaProtectedConfigurationProvider">'
        '    <EncryptedData Type="http://www.w3.org/2001/04/xmlenc#Element" xmlns="http://www.w3.org/2001/04/xmlenc#">'
        '      <CipherData><CipherValue>c2ltdWxhdGVk</CipherValue></CipherData>'
        '    </EncryptedData>'
        '  </appSettings>'
    )
}

function Get-SimulationWebConfig {
    param([string[]]$Lines, $Setting, [bool]$Encrypted)
    return @(
        '<?xml version="1.0" encoding="utf-8"?>'
        '<configuration>'
        '  <location inheritInChildApplications="false">'
        '    <system.webServer>'
        '      <httpProtocol><customHeaders><clear /></customHeaders></httpProtocol>'
        '    </system.webServer>'
        '  </location>'
    ) + @(Get-SimulationAppSettings $Lines $Setting $Encrypted) + @(
        '  <system.web>'
        '    <compilation defaultLanguage="c#" debug="false" />'
        '  </system.web>'
        '  <runtime>'
        '    <assemblyBinding xmlns="urn:schemas-microsoft-com:asm.v1">'
        '      <probing privatePath="bin;bin\auth" />'
        '    </assemblyBinding>'
        '  </runtime>'
        '</configuration>'
        ''
    )
}

function Write-SimulationFile {
    param([string]$Path, [string[]]$Lines, [datetime]$Time)
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
    [System.IO.File]::WriteAllText($Path, ($Lines -join "`r`n"), (New-Object System.Text.UTF8Encoding $true))
    [System.IO.File]::SetLastWriteTimeUtc($Path, $Time)
}

# The scripts that Exchange brings along: they hand their parameters to the simulation. They have the habits of the real ones:
# both load texts that are not there for every language, which is an error beside their work, and read variables that were
# never set; ExchUcUtil.ps1 starts its helper from the current folder, and tells what goes wrong to the screen alone.
$script:exchangeScripts = @{
    'Configure-EnterprisePartnerApplication' = @(
        'param([Parameter(Mandatory = $true)][string]$AuthMetaDataUrl, [Parameter(Mandatory = $true)][ValidateSet(''Lync'', ''SharePoint'', ''Generic'')][string]$ApplicationType, [switch]$TrustAnySSLCertificate)'
        'Import-LocalizedData -BindingVariable texts -FileName ''Configure-EnterprisePartnerApplication.strings.psd1'' 2> $null'
        'if ($null -eq $metadata) { $metadata = $texts }'
        'Invoke-SimulationScript ''Configure-EnterprisePartnerApplication'' $PSBoundParameters'
    )
    'ExchUcUtil' = @(
        'param([string[]]$Forest, [switch]$Verify)'
        'trap { Write-Host $_.Exception.Message; exit }'
        'Import-LocalizedData -BindingVariable texts -FileName ''ExchUcUtil.strings.psd1'' 2> $null'
        'if ($null -eq $credential) { $credential = $null }'
        '[void](.\get-ucpool.ps1)'
        'Invoke-SimulationScript ''ExchUcUtil'' $PSBoundParameters'
    )
    'get-ucpool' = @('# The pools are those of the simulation.')
}

function Write-SimulationScript {
    param([string]$Directory, [string]$Fqdn, [string]$Year, [datetime]$Time)
    foreach ($name in $script:exchangeScripts.Keys) {
        if ('ExchUcUtil', 'get-ucpool' -contains $name -and $Year -in '2019', 'SE') { continue }
        Write-SimulationFile ((Get-SimulationInstallPath $Directory $Fqdn) + (ConvertTo-SimulationPath ('Scripts\' + $name + '.ps1'))) $script:exchangeScripts[$name] $Time
    }
}

function Write-SimulationServerFile {
    param($Estate, $Entry, [string]$Directory)
    $server = $Entry.Value
    $fqdn = Get-SimulationFqdn $Estate $Entry.Name
    $roles = Get-SimulationRole $server
    $time = (ConvertTo-SimulationTime $Estate.now).AddDays(-1)
    $year = Get-SimulationExchangeYear (Get-SimulationExchangeVersion $server)
    if ($year -eq '2010') { return }
    Write-SimulationScript $Directory $fqdn $year $time
    if (Test-SimulationRole $roles (Get-SimulationExchangeVersion $server) 'ClientAccess') {
        Write-SimulationFile (Get-SimulationWebConfigPath $Directory $fqdn -FrontEnd) (Get-SimulationWebConfig $script:frontEndSettings (Get-SimulationValue $server 'frontWebConfig' @()) $false) $time
    }
    if ($roles -notcontains 'Mailbox') { return }
    $path = Get-SimulationWebConfigPath $Directory $fqdn
    $encrypted = $null -ne (Get-SimulationValue $server 'encryptedSettings')
    Write-SimulationFile $path (Get-SimulationWebConfig $script:backEndSettings (Get-SimulationValue $server 'webConfig' @()) $encrypted) $time
    if (Get-SimulationValue $server 'readOnly' $false) { [System.IO.File]::SetAttributes($path, [System.IO.FileAttributes]::ReadOnly) }
    [void][System.IO.Directory]::CreateDirectory((Get-SimulationInstallPath $Directory $fqdn) + (ConvertTo-SimulationPath 'Logging\OWA'))
    if ((Get-SimulationValue $server 'ucma' 'dll') -in 'dll', 'folder') {
        Write-SimulationFile (Get-SimulationMachinePath $Directory $fqdn 'Microsoft UCMA 4.0\Runtime\SSP\Microsoft.Rtc.Internal.Ucweb.dll') @('a stand-in for the provider') $time
    }
}
