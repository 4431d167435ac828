@{
    Synopsis    = 'Lists the problems of configuration files.'
    Description = @(
        'Reads files as .NET does and returns an object for each problem, with its position: problems that prevent .NET from loading the file (severity Error), probable mistakes (Warning), and information (Information). A file without problems returns no object.'
        'It also reports the settings of Outlook on the web, IMCertificateThumbprint and IMServerName, if they have values that cannot work, or are where .NET does not read them (in a comment, in a location element, outside of appSettings), and %ExchangeInstallDir% if an update left it in the file. With Fact, it reports values that the other side does not have: a thumbprint that no certificate of the server has, a name that is not a pool.'
        'A file that is not well-formed XML, for example because of curly quotation marks, a second byte order mark or zero bytes at its end, returns one problem of severity Error with its line and column. A file that does not exist or cannot be read is an error of the command.'
    )
    Parameters  = @{
        Fact = 'Facts to compare the settings of Outlook on the web with: file paths (wildcards are accepted), files from Get-ChildItem, or objects from Get-UcFact.'
        Quiet = 'Returns True for each file without problems of severity Error, otherwise False.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Check the file of Outlook on the web'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Test-UcConfig -Path $web
'@
            Remarks = 'Lists the problems of the file, each with its line and column.'
        }
        @{
            Title   = 'Compare a file with what Exchange and Lync have'
            Code    = @'
Test-UcConfig -Path $web -Fact \\files\change\facts-*.json
'@
            Remarks = 'Also reports a thumbprint without a certificate, and a name that is not a pool. If a network path or this computer is an Exchange server of the facts, its own certificates are compared.'
        }
        @{
            Title   = 'Stop if a file is not valid'
            Code    = @'
if (-not (Test-UcConfig -Path $web -Quiet)) { throw "$web is broken." }
'@
            Remarks = 'With Quiet, the command returns True or False.'
        }
        @{
            Title   = 'Check all files in a folder'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
Get-ChildItem $folder -Include web.config, *.exe.config -Recurse |
    Test-UcConfig | Where-Object { $_.Severity -eq 'Error' }
'@
            Remarks = 'Finds every file that .NET refuses to load.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'A path, which may contain wildcards.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'A file from Get-ChildItem, or any object with a property Path, LiteralPath, PSPath or FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigProblem'; Text = 'Path, Severity, Code, Line, Column, Message and Hint.' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'The codes do not change between versions and languages; the messages may.'
    )
    Links       = @('Get-UcAppSetting', 'Test-UcIntegration', 'Restore-UcConfig', 'about_UcIntegration')
}
