@{
    Synopsis    = 'Removes application settings from configuration files, and nothing else.'
    Description = @(
        'Removes the add elements of keys from the appSettings section, each with its line. The rest of the file stays as it is, byte for byte.'
        'A key that is not in the file is no error; its Action is Unchanged. The removals that one call or one pipeline makes in a file are one edit with one backup, as with Set-UcAppSetting.'
    )
    Parameters  = @{
        Key = 'The keys to remove, without regard to case. Wildcards are not accepted.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Undo the connection with Lync Server'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Remove-UcAppSetting -Path $web -Key IMServerName, IMCertificateThumbprint
'@
            Remarks = 'Removes both keys in one edit.'
        }
        @{
            Title   = 'See the lines first'
            Code    = @'
Remove-UcAppSetting -Path $web -Key IMServerName -WhatIf
'@
            Remarks = 'Shows the line that would go. The file is not changed.'
        }
        @{
            Title   = 'Remove all keys that begin alike'
            Code    = @'
Get-UcAppSetting -Path $web -Key LyncIMSyncLog* | Remove-UcAppSetting -PassThru
'@
            Remarks = 'Wildcards are for reading; what was found goes through the pipeline to be removed, in one edit.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with properties Path (or LiteralPath, PSPath, FullName), Key and Location, such as a setting from Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru the command puts out nothing.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'With PassThru: one object for each key, with Action Removed or Unchanged.' }
    )
    Notes       = @(
        'Start the shell as administrator to edit files of Exchange. ASP.NET restarts the application when its web.config changes.'
    )
    Links       = @('Get-UcAppSetting', 'Set-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
