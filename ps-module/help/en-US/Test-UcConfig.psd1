@{
    Synopsis    = 'Lists the problems of configuration files.'
    Description = @(
        'Reads files as .NET does and puts out one object for each problem, with its place: what keeps .NET from loading the file (severity Error), what is probably not meant (Warning), and what is good to know (Information). A file without problems gives no object.'
        'A file that is not well-formed XML, for example because of curly quotes, gives one problem of severity Error with line and column. A file that does not exist or cannot be read is an error of the command.'
    )
    Parameters  = @{
        Quiet = 'Puts out, for each file, True if it has no problem of severity Error, else False.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Check the file of Outlook on the web'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Test-UcConfig -Path $web
'@
            Remarks = 'Lists the problems of the file, each with its line and column.'
        }
        @{
            Title   = 'Refuse to go on with a broken file'
            Code    = @'
if (-not (Test-UcConfig -Path $web -Quiet)) { throw "$web is broken." }
'@
            Remarks = 'With Quiet the command answers True or False.'
        }
        @{
            Title   = 'Check all files below a folder'
            Code    = @'
Get-ChildItem $env:ExchangeInstallPath -Include web.config, *.exe.config -Recurse |
    Test-UcConfig | Where-Object { $_.Severity -eq 'Error' }
'@
            Remarks = 'Finds every file that .NET would refuse to load.'
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
    Links       = @('Get-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
