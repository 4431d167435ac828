@{
    Synopsis    = 'Reads application settings from configuration files.'
    Description = @(
        'Reads the appSettings section of web.config and other .NET configuration files and puts out one object for each setting, with the line where it stands.'
        'Every add element is listed, as .NET counts them: if a key stands in the file twice, the last one is effective, and the others have Effective set to False and tell in OverriddenBy what overrides them. A file that the section names with file="..." is read as well; for its settings, Path is that file.'
        'The file is only read, never locked or changed. A key that is not set gives no object and no error.'
    )
    Parameters  = @{
        Key = 'The keys to look for, without regard to case. Wildcards are accepted.'
    }
    Defaults    = @{
        Key = '*'
    }
    Globbing    = @('Path', 'Key')
    Examples    = @(
        @{
            Title   = 'Look at the instant messaging settings of Outlook on the web'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcAppSetting -Path $web -Key IM*
'@
            Remarks = 'Shows IMServerName and IMCertificateThumbprint with the lines where they stand.'
        }
        @{
            Title   = 'Take one value'
            Code    = @'
(Get-UcAppSetting -Path $web -Key IMServerName | Where-Object { $_.Effective }).Value
'@
            Remarks = 'Gives the value that Exchange really uses, also when the key stands in the file twice.'
        }
        @{
            Title   = 'Find settings that have no effect'
            Code    = @'
Get-ChildItem C:\inetpub -Filter web.config -Recurse | Get-UcAppSetting | Where-Object { -not $_.Effective }
'@
            Remarks = 'Lists the settings of all sites that another element or file overrides.'
        }
        @{
            Title   = 'Read the section of a location element'
            Code    = @'
Get-UcAppSetting -Path .\web.config -Location owa/auth
'@
            Remarks = 'Reads the appSettings section inside <location path="owa/auth">.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'A file from Get-ChildItem, or any object with a property Path, LiteralPath, PSPath or FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.AppSetting'; Text = 'Path, Location, Key, Value, Line, Column, Effective and OverriddenBy.' }
    )
    Notes       = @(
        'Runs in any shell on Windows; Exchange need not be installed. Instant messaging settings in web.config count in Exchange 2013 only; later versions use setting overrides.'
    )
    Links       = @('Set-UcAppSetting', 'Remove-UcAppSetting', 'Test-UcConfig', 'about_UcIntegration')
}
