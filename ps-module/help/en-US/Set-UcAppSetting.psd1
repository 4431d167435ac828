@{
    Synopsis    = 'Adds or changes application settings in configuration files, and nothing else in them.'
    Description = @(
        'Sets keys in the appSettings section. Only the bytes of the value change: encoding, byte order mark, line ends, indentation, comments and the order of attributes stay. A new key is written like its neighbours. A value that is already there is not written again.'
        'The changes that one call or one pipeline makes to a file are one edit: all of them are written, or none. So a CSV file with the columns Path, Key and Value gives one edit, one backup and one question for each file. With Location, this holds for each location of a file.'
        'Before the file is replaced, a backup is taken, from which Restore-UcConfig brings the file back. The file is replaced in one step, keeps its owner and permissions, and is left alone if somebody else changed it since it was shown.'
        'The value of IMCertificateThumbprint must be a thumbprint, and the value of IMServerName a fully qualified name. Characters that do not belong to it, such as invisible characters from the certificate dialog, are left out with a warning. A value that cannot be right is refused with the reason, unless SkipValueCheck is set. A value in the file that differs only in case stays.'
        'If another element or a file named with file="..." overrides the key, the edit is made and a warning says that it has no effect.'
    )
    Parameters  = @{
        Key = 'The key to set, without regard to case. If the key is there, its spelling in the file stays.'
        Value = 'The new value. It may be empty, but for the two keys that are checked.'
        SkipValueCheck = 'Writes the values of IMCertificateThumbprint and IMServerName exactly as given, even if they cannot be right.'
        Setting = 'Several keys and values at once, as a hashtable or an ordered dictionary. A value must be a text, a number or a truth value.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Connect Outlook on the web with Lync Server'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Set-UcAppSetting -Path $web -Setting @{
    IMServerName            = 'lyncpool.contoso.com'
    IMCertificateThumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'
} -Reason 'CHG-2087'
'@
            Remarks = 'Both keys are one edit with one backup. Recycle the application pool MSExchangeOWAAppPool afterwards.'
        }
        @{
            Title   = 'See the lines first'
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
            Remarks = 'The columns are Path, Key and Value. The rows of one file are written together or not at all; each change is put out.'
        }
        @{
            Title   = 'Set one key on several servers'
            Code    = @'
'EX01', 'EX02' | ForEach-Object { Get-Item "\\$_\c$\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config" } |
    Set-UcAppSetting -Key IMServerName -Value lyncpool.contoso.com -Confirm
'@
            Remarks = 'Asks for each file, after showing what will change in it.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with properties Path (or LiteralPath, PSPath, FullName), Key, Value and Location, such as a row from Import-Csv or a setting from Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Without PassThru the command puts out nothing.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'With PassThru: Path, Location, Key, Action (Added, Updated or Unchanged), OldValue, NewValue, Line, Effective, OverriddenBy, BackupId and Diff.' }
    )
    Notes       = @(
        'Start the shell as administrator to edit files of Exchange. ASP.NET restarts the application when its web.config changes. A cumulative update of Exchange puts its own web.config in place of yours: run the command again afterwards.'
    )
    Links       = @('Get-UcAppSetting', 'Remove-UcAppSetting', 'Restore-UcConfig', 'Test-UcValue', 'about_UcIntegration')
}
