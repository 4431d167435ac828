# Facts of the machine: the Web.config files of OWA. Only settings of instant messaging leave the file: other values
# may be secrets. Reads only, through the library.

# Whether a key is one of instant messaging. Those that count are known by name, without regard to case, as .NET reads
# them; others by their beginning, so that a word such as "Image" is none.
function Test-UcImKey {
    param([string]$Key)
    if (@('IMServerName', 'IMCertificateThumbprint') -contains $Key) { return $true }
    return $Key -cmatch '^(IM[A-Z]|LyncIM)'
}

# The settings of instant messaging among those that the library read.
function ConvertTo-UcWebSetting {
    param([object[]]$Setting)
    foreach ($one in $Setting) {
        if (-not (Test-UcImKey $one['key'])) { continue }
        $record = [ordered]@{ key = $one['key'] }
        foreach ($name in 'value', 'line', 'effective') {
            if ($null -ne $one[$name]) { $record[$name] = $one[$name] }
        }
        $record
    }
}

# What is known of one file.
function Get-UcWebConfig {
    param([hashtable]$Context, [string]$Path, [bool]$BackEnd)
    $record = [ordered]@{ backEnd = $BackEnd; path = $Path; exists = [bool](Test-Path -LiteralPath $Path -PathType Leaf) }
    if (-not $record['exists']) { return $record }
    $file = Get-Item -LiteralPath $Path -Force -ErrorAction Stop
    $record['readOnly'] = [bool](Get-UcMember $file 'IsReadOnly')
    $record['lastWrite'] = ConvertTo-UcTime (Get-UcMember $file 'LastWriteTimeUtc')
    $answer = Invoke-UcRequest -Cmdlet $Context.Cmdlet -Function 'uc_config_read' -Request @{ path = $Path }
    if ($answer.Ok) {
        $record['settings'] = @(ConvertTo-UcWebSetting $answer.Body['settings'])
        $record['problems'] = @(foreach ($problem in $answer.Body['problems']) { $problem['message'] })
    } else {
        $record['error'] = $answer.Body['message']
        $record['status'] = $answer.Body['name']
    }
    return $record
}

Add-UcSection -Path 'machine.webConfigs' -Text 'Get-UcAppSetting' -Read {
    param($Context)
    if (-not $Context.InstallPath) { return }
    Get-UcWebConfig -Context $Context -Path ($Context.InstallPath + 'ClientAccess\Owa\web.config') -BackEnd $true
    Get-UcWebConfig -Context $Context -Path ($Context.InstallPath + 'FrontEnd\HttpProxy\owa\web.config') -BackEnd $false
}
