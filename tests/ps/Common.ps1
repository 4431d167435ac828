# What the tests share. Each test file loads this in BeforeAll.
Set-StrictMode -Version Latest
Import-Module -Name $env:UC_TEST_MODULE
$moduleFolder = Split-Path -Path $env:UC_TEST_MODULE -Parent
$onWindows = [System.IO.Path]::DirectorySeparatorChar -eq '\'
$backup = @{ BackupDirectory = (Join-Path $TestDrive 'backups') }
$french = [System.Globalization.CultureInfo]::CurrentUICulture.Name -like 'fr*'

# A new configuration file with these appSettings; returns its path.
function New-TestConfig {
    param([string]$Content = '<add key="IMServerName" value="" />', [string]$Name = ([Guid]::NewGuid().ToString('N').Substring(0, 8) + '.config'))
    $text = "<?xml version=`"1.0`" encoding=`"utf-8`"?>`r`n<configuration>`r`n  <appSettings>`r`n    $Content`r`n  </appSettings>`r`n</configuration>`r`n"
    return New-TestFile -Text $text -Name $Name
}

# A new file with this text in UTF-8 without a byte order mark; returns its path.
function New-TestFile {
    param([string]$Text, [string]$Name = ([Guid]::NewGuid().ToString('N').Substring(0, 8) + '.config'))
    $path = Join-Path $TestDrive $Name
    [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($path))
    [System.IO.File]::WriteAllText($path, $Text)
    return $path
}

# Lets the registry say that Exchange is in this folder, while a variable says otherwise; without one both are as before.
function Set-TestInstallPath {
    param([string]$Path)
    if (Test-Path -LiteralPath 'Function:\Get-ItemProperty') { Remove-Item -LiteralPath 'Function:\Get-ItemProperty' }
    $env:ExchangeInstallPath = $null
    if (-not $Path) { return }
    $env:ExchangeInstallPath = Join-Path $TestDrive 'elsewhere'
    Set-Item -LiteralPath 'Function:\global:Get-ItemProperty' -Value ([scriptblock]::Create(
        "[CmdletBinding()] param([string]`$LiteralPath)`n" +
        "if (`$LiteralPath -ne 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup') { return Microsoft.PowerShell.Management\Get-ItemProperty @PSBoundParameters }`n" +
        "[pscustomobject]@{ MsiInstallPath = '" + $Path.Replace("'", "''") + "' }"))
}

function Get-TestHash {
    param([string]$Path)
    $algorithm = [System.Security.Cryptography.SHA256]::Create()
    return [BitConverter]::ToString($algorithm.ComputeHash([System.IO.File]::ReadAllBytes($Path))).Replace('-', '').ToLowerInvariant()
}

# The value of a key as the XML parser of .NET reads it: a judge that is not ours.
function Get-XmlValue {
    param([string]$Path, [string]$Key)
    $document = New-Object System.Xml.XmlDocument
    $document.Load($Path)
    foreach ($node in $document.SelectNodes('/configuration/appSettings/add')) {
        if ($node.GetAttribute('key') -eq $Key) { $node.GetAttribute('value') }
    }
}

# The errors that a script block writes, without stopping at the first.
function Get-TestError {
    param([scriptblock]$Block)
    $ErrorActionPreference = 'Continue'
    @(& $Block 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
}

# Runs a script in a PowerShell process of its own, which may ask nobody if NonInteractive is set. Answers @{ Output; ExitCode }.
function Invoke-TestProcess {
    param([string]$Script, [string]$InputText = '', [string]$Culture = [System.Globalization.CultureInfo]::CurrentUICulture.Name, [switch]$NonInteractive)
    $file = New-TestFile -Name ([Guid]::NewGuid().ToString('N').Substring(0, 8) + '.ps1') -Text (
        "[System.Threading.Thread]::CurrentThread.CurrentUICulture = '$Culture'`r`n" + $Script)
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = [System.Diagnostics.Process]::GetCurrentProcess().MainModule.FileName
    $start.Arguments = '-NoProfile ' + $(if ($NonInteractive) { '-NonInteractive ' }) + '-ExecutionPolicy Bypass -File "' + $file + '"'
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.StandardOutputEncoding = [System.Text.Encoding]::UTF8
    # A busy machine under Wine refuses a process now and then; that says nothing about the module.
    for ($try = 1; $try -le 3; $try++) {
        try {
            $process = [System.Diagnostics.Process]::Start($start)
            break
        } catch [System.Management.Automation.MethodInvocationException] {
            if ($try -eq 3) { throw }
            Start-Sleep -Seconds 2
        }
    }
    $process.StandardInput.Write($InputText)
    $process.StandardInput.Close()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return @{ Output = $output; ExitCode = $process.ExitCode }
}

# Runs scripts one after the other in one process, after a script that prepares it. Answers what each of them put out.
function Invoke-TestSequence {
    param([string]$Start, [string[]]$Script, [string]$InputText = '')
    $mark = [Guid]::NewGuid().ToString('N')
    $calls = foreach ($one in $Script) { "'$mark'", "try {`r`n$one`r`n} catch { `$_ }" }
    $run = Invoke-TestProcess -Script ((@($Start) + $calls) -join "`r`n") -InputText $InputText
    return @($run.Output -split $mark | Select-Object -Skip 1)
}

# Runs a script block inside of the module, to reach what it does not export.
function Invoke-InModule {
    param([scriptblock]$Block, [object[]]$Argument = @())
    & (Get-Module -Name UcIntegration) $Block @Argument
}

# Runs a script block without the module, as on a machine that does not have it.
function Invoke-WithoutModule {
    param([scriptblock]$Block)
    Remove-Module -Name UcIntegration
    try { & $Block } finally { Import-Module -Name $env:UC_TEST_MODULE -Global }
}
