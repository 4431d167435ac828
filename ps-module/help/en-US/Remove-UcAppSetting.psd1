@{
    Synopsis    = 'Removes application settings from configuration files, and nothing else.'
    Description = @(
        'Removes the add elements of keys from the appSettings section, each with its line. The rest of the file is not changed, byte for byte.'
        'A key that does not exist is not an error; its Action is Unchanged. All removals of one command or pipeline in a file are one edit with one backup, as with Set-UcAppSetting.'
    )
    Parameters  = @{
        Key = 'The keys to remove. They are not case-sensitive. Wildcards are not accepted.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Remove the connection to Lync Server'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Remove-UcAppSetting -Path $web -Key IMServerName, IMCertificateThumbprint
'@
            Remarks = 'Removes both keys in one edit.'
        }
        @{
            Title   = 'Preview the lines'
            Code    = @'
Remove-UcAppSetting -Path $web -Key IMServerName -WhatIf
'@
            Remarks = 'Shows the line that would be removed. The file is not changed.'
        }
        @{
            Title   = 'Remove all keys with the same prefix'
            Code    = @'
Get-UcAppSetting -Path $web -Key LyncIMSyncLog* | Remove-UcAppSetting -PassThru
'@
            Remarks = 'Find the keys with wildcards, and pass them to Remove-UcAppSetting through the pipeline; they are removed in one edit.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with properties Path (or LiteralPath, PSPath, FullName), Key and Location, such as a setting from Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru, the command returns nothing.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'With PassThru: one object for each key, with Action Removed or Unchanged.' }
    )
    Notes       = @(
        'Start the shell as administrator to edit Exchange files. ASP.NET restarts the application when its web.config changes.'
    )
    Links       = @('Get-UcAppSetting', 'Set-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
