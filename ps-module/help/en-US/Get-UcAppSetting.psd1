@{
    Synopsis    = 'Reads application settings from configuration files.'
    Description = @(
        'Reads the appSettings section of web.config and other .NET configuration files and returns an object for each setting, with its line.'
        'Every add element is listed as .NET reads it: if a key appears more than once, the last one is effective; for the others, Effective is False and OverriddenBy shows what overrides them. A file that the section references with file="..." is read as well; for its settings, Path is that file.'
        'The file is only read; it is not locked or changed. A key that is not set returns neither an object nor an error.'
    )
    Parameters  = @{
        Key = 'The keys to find. They are not case-sensitive. Wildcards are accepted.'
    }
    Defaults    = @{
        Key = '*'
    }
    Globbing    = @('Path', 'Key')
    Examples    = @(
        @{
            Title   = 'Show the instant messaging settings of Outlook on the web'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcAppSetting -Path $web -Key IM*
'@
            Remarks = 'Shows IMServerName and IMCertificateThumbprint with their lines.'
        }
        @{
            Title   = 'Get one value'
            Code    = @'
(Get-UcAppSetting -Path $web -Key IMServerName | Where-Object { $_.Effective }).Value
'@
            Remarks = 'Returns the value that Exchange uses, even if the key appears more than once.'
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
            Remarks = 'Reads the appSettings section in <location path="owa/auth">.'
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
        'Runs in any PowerShell on Windows; Exchange is not required. Only Exchange 2013 uses the instant messaging settings in web.config; later versions use setting overrides.'
    )
    Links       = @('Set-UcAppSetting', 'Remove-UcAppSetting', 'Test-UcConfig', 'about_UcIntegration')
}
