# What the values of these parameters are.
$script:UcSettingKinds = @{ IMServerName = 'Fqdn'; CertificateThumbprint = 'Thumbprint'; OAuthCertificateThumbprint = 'Thumbprint' }

function ConvertTo-UcSetting {
    <#
    .SYNOPSIS
    What the administrator asked for, from the parameters of his call that were bound.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Collections.Generic.Dictionary[string, object]]$Bound)
    $names = @{
        IMServerName = 'imServerName'; CertificateThumbprint = 'thumbprint'; ApplicationId = 'applicationId'
        ApplicationPort = 'applicationPort'; Server = 'servers'; Disable = 'disable'
        AutodiscoverHost = 'autodiscoverHost'; OAuthCertificateThumbprint = 'oAuthThumbprint'; Cloud = 'cloud'
    }
    $settings = @{}
    foreach ($name in $names.Keys) {
        if (-not $Bound.ContainsKey($name)) { continue }
        $value = $Bound[$name]
        if ($value -is [switch]) { $value = [bool]$value }
        if ($script:UcSettingKinds.ContainsKey($name)) { $value = Get-UcNormalValue -Name $name -Kind $script:UcSettingKinds[$name] -Value $value }
        $settings[$names[$name]] = $value
    }
    return $settings
}
