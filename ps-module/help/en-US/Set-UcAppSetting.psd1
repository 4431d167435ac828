@{
    Synopsis    = 'Adds or changes application settings in configuration files, and nothing else.'
    Description = @(
        'Sets keys in the appSettings section. Only the bytes of the value change: encoding, byte order mark, line endings, indentation, comments and the order of attributes are preserved. A new key is formatted like the other keys. An unchanged value is not written again.'
        'All changes of one command or pipeline to a file are one edit: all of them are written, or none. A CSV file with the columns Path, Key and Value gives one edit, one backup and one prompt for each file. With Location, this applies to each location element of a file.'
        'Before the file is replaced, a backup is created that Restore-UcConfig can restore. The file is replaced atomically and keeps its owner and permissions. If another program changed the file after it was shown, nothing is written.'
        'The value of IMCertificateThumbprint must be a thumbprint, and the value of IMServerName a fully qualified name. Characters that do not belong to it, such as invisible characters from the certificate dialog, are left out with a warning. A value that cannot be right is refused with the reason, unless SkipValueCheck is set. A value in the file that differs only in case stays. Invisible characters in other values, and in names of keys, give a warning; the value is written as given.'
        'If another element or a file referenced with file="..." overrides the key, the edit is made and a warning states that it has no effect.'
    )
    Parameters  = @{
        Key = 'The key to set. It is not case-sensitive. If the key exists, its spelling in the file is preserved.'
        Value = 'The new value. It may be empty, but for the two keys that are checked.'
        SkipValueCheck = 'Writes the values of IMCertificateThumbprint and IMServerName exactly as given, even if they cannot be right, and gives no warning about values.'
        Setting = 'Several keys and values, as a hashtable or an ordered dictionary. A value must be a string, a number or a Boolean.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Connect Outlook on the web to Lync Server'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Set-UcAppSetting -Path $web -Setting @{
    IMServerName            = 'lyncpool.contoso.com'
    IMCertificateThumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'
} -Reason 'CHG-2087'
'@
            Remarks = 'Both keys are one edit with one backup. Recycle the application pool MSExchangeOWAAppPool afterwards.'
        }
        @{
            Title   = 'Preview the lines'
            Code    = @'
Set-UcAppSetting -Path $web -Key IMServerName -Value lyncpool.contoso.com -WhatIf
'@
            Remarks = 'Shows the line before and after, with its number. The file is not changed.'
        }
        @{
            Title   = 'Set values from a list'
            Code    = @'
Import-Csv .\settings.csv | Set-UcAppSetting -PassThru
'@
            Remarks = 'The columns are Path, Key and Value. The rows of one file are written together or not at all; each change is returned.'
        }
        @{
            Title   = 'Set one key on several servers'
            Code    = @'
'EX01', 'EX02' | ForEach-Object { Get-Item "\\$_\c$\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config" } |
    Set-UcAppSetting -Key IMServerName -Value lyncpool.contoso.com -Confirm
'@
            Remarks = 'Prompts for each file, after showing what will change in it.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with properties Path (or LiteralPath, PSPath, FullName), Key, Value and Location, such as a row from Import-Csv or a setting from Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru, the command returns nothing.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'With PassThru: Path, Location, Key, Action (Added, Updated or Unchanged), OldValue, NewValue, Line, Effective, OverriddenBy, BackupId and Diff.' }
    )
    Notes       = @(
        'Start the shell as administrator to edit Exchange files. ASP.NET restarts the application when its web.config changes. A cumulative update of Exchange replaces your web.config with its own: run the command again afterwards.'
    )
    Links       = @('Get-UcAppSetting', 'Remove-UcAppSetting', 'Restore-UcConfig', 'Test-UcValue', 'about_UcIntegration')
}
