# The shell of Exchange behind a real session: a server for PowerShell over SSH on this computer, an endpoint without
# language that has the commands of the simulated Exchange of one machine and no others, and proxies of these commands here.
# Loaded while tests are found, to say what is missing, and beside Scenario.ps1. Holds no expectations.

function Get-SessionTool {
    $tools = $env:UC_TOOLS
    if (-not $tools) { $tools = Join-Path $PSScriptRoot '../../../../shared/tools' }
    return Join-Path $tools 'pwsh-linux/remoting'
}

# Why there can be no session; nothing if there can.
function Get-SessionGap {
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { return 'sessions over SSH are played on Linux' }
    if (-not (Test-Path -LiteralPath (Get-SessionTool))) { return (Get-SessionTool) + ' is missing' }
    if ($null -eq (Get-Command -Name 'sshd' -ErrorAction Ignore) -and -not (Test-Path -LiteralPath '/usr/sbin/sshd')) { return 'openssh-server is not installed' }
    if ($null -eq (Get-Command -Name 'ssh' -ErrorAction Ignore)) { return 'openssh-client is not installed' }
}

function ConvertTo-SessionText {
    param([string]$Text)
    return "'" + $Text.Replace("'", "''") + "'"
}

# The endpoint: when a session begins, it enters the machine that place.txt names, and shows the commands of its Exchange.
function Write-SessionEndpoint {
    param([string]$Folder)
    $simulation = (Resolve-Path -LiteralPath (Join-Path $PSScriptRoot '../simulation/Simulation.psm1')).ProviderPath
    [System.IO.File]::WriteAllLines((Join-Path $Folder 'start.ps1'), [string[]]@(
        'Import-Module -Name ' + (ConvertTo-SessionText $simulation)
        # What the near side may call of these is less than the simulation needs.
        'foreach ($name in ''Get-Command'', ''Get-Help'') { & (Get-Module -Name Simulation) { param($name) Set-Alias -Name $name -Value (''Microsoft.PowerShell.Core\'' + $name) -Scope Script } $name }'
        'foreach ($name in ''Select-Object'', ''Measure-Object'') { & (Get-Module -Name Simulation) { param($name) Set-Alias -Name $name -Value (''Microsoft.PowerShell.Utility\'' + $name) -Scope Script } $name }'
        '$place = [System.IO.File]::ReadAllLines(' + (ConvertTo-SessionText (Join-Path $Folder 'place.txt')) + ')'
        'Enter-Simulation -Directory $place[0] -Computer $place[1] -Shell Exchange -AsServer'
        # Of what this script leaves behind, only functions of its own can be called from the near side.
        'foreach ($command in @((Get-Module -Name Exchange).ExportedFunctions.Values)) {'
        '    Remove-Item -LiteralPath (''Function:\'' + $command.Name)'
        '    Set-Item -LiteralPath (''Function:\global:'' + $command.Name) -Value $command.ScriptBlock'
        '}'
    ))
    [System.IO.File]::WriteAllLines((Join-Path $Folder 'endpoint.pssc'), [string[]]@(
        '@{'
        "SchemaVersion = '2.0.0.0'"
        "GUID = '5b0f4c2e-6f0a-4a37-9d3a-6b8d6a1c2f10'"
        "SessionType = 'RestrictedRemoteServer'"
        "LanguageMode = 'NoLanguage'"
        'ScriptsToProcess = ' + (ConvertTo-SessionText (Join-Path $Folder 'start.ps1'))
        '}'
    ))
    $program = Join-Path $Folder 'program'
    $pwsh = Join-Path (Split-Path -Path (Get-SessionTool) -Parent) 'pwsh'
    [System.IO.File]::WriteAllLines($program, [string[]]@(
        '#!/bin/sh'
        "export UC_REFERENCE='" + $env:UC_REFERENCE + "'"
        "exec '" + $pwsh + "' -ConfigurationFile '" + (Join-Path $Folder 'endpoint.pssc') + "' `"`$@`""
    ))
    & chmod '+x' $program
    return $program
}

# Starts the server. Answers @{ Folder; Port; UserName; KeyFilePath; KnownHosts; Sessions; Modules; Open; Opened }.
function Start-SessionServer {
    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ('uc-sessions-' + [Guid]::NewGuid().ToString('N').Substring(0, 8))
    [void][System.IO.Directory]::CreateDirectory($folder)
    $server = @{ Folder = $folder; Sessions = @{}; Modules = @{}; Open = $null; Opened = 0 }
    $before = $env:UC_REMOTING_PWSH
    $env:UC_REMOTING_PWSH = Write-SessionEndpoint -Folder $folder
    try { $lines = @(& (Get-SessionTool) start $folder) } finally { $env:UC_REMOTING_PWSH = $before }
    foreach ($line in $lines) {
        $name, $value = $line.Split('=', 2)
        $server[$name] = $value
    }
    if (-not $server['Port']) { throw ('The server for sessions did not start: ' + ($lines -join ' ')) }
    return $server
}

function Stop-SessionServer {
    param([hashtable]$Server)
    Close-ScenarioShell -Server $Server
    foreach ($module in @($Server.Modules.Values)) { Remove-Module -ModuleInfo $module }
    foreach ($session in @($Server.Sessions.Values)) { Remove-PSSession -Session $session }
    [void](& (Get-SessionTool) stop $Server.Folder)
    Remove-Item -LiteralPath $Server.Folder -Recurse -Force
}

# A session with the Exchange of a machine: the one that is there, or a new one.
function Get-ScenarioSession {
    param([hashtable]$Server, [string]$Directory, [string]$Computer)
    $key = $Directory + '|' + $Computer
    $known = $Server.Sessions[$key]
    if ($null -ne $known -and [string]$known.Runspace.RunspaceStateInfo.State -eq 'Opened') { return $known }
    [System.IO.File]::WriteAllLines((Join-Path $Server.Folder 'place.txt'), [string[]]@($Directory, $Computer))
    $Server.Opened++
    $Server.Sessions[$key] = New-PSSession -HostName $Server.HostName -Port $Server.Port -UserName $Server.UserName -KeyFilePath $Server.KeyFilePath -Options @{ UserKnownHostsFile = $Server.KnownHosts } -ErrorAction Stop
    return $Server.Sessions[$key]
}

# The module of proxies of a session. When the session ends they behave as those of a real shell, which notices it only
# when it uses the session: the next command fails, and the one after that opens another one.
function New-ScenarioShell {
    param([hashtable]$Server, [string]$Directory, [string]$Computer)
    $module = Import-PSSession -Session (Get-ScenarioSession -Server $Server -Directory $Directory -Computer $Computer) -CommandType Function -DisableNameChecking -WarningAction SilentlyContinue -ErrorAction Stop
    $get = (Get-Item -LiteralPath 'Function:\Get-ScenarioSession').ScriptBlock
    $open = { & $get -Server $Server -Directory $Directory -Computer $Computer }.GetNewClosure()
    & $module {
        param([scriptblock]$Open)
        $script:scenarioOpen = $Open
        $script:scenarioTold = $false
        function script:Get-PSImplicitRemotingSession {
            param([string]$commandName)
            if ([string]$script:PSSession.Runspace.RunspaceStateInfo.State -eq 'Opened') { return $script:PSSession }
            if ($script:scenarioTold) { $script:PSSession = & $script:scenarioOpen }
            $script:scenarioTold = -not $script:scenarioTold
            return $script:PSSession
        }
    } $open
    return $module
}

# The commands of the Exchange of a machine in this shell. To make proxies takes long, so they are made once.
function Open-ScenarioShell {
    param([hashtable]$Server, [string]$Directory, [string]$Computer)
    $key = $Directory + '|' + $Computer
    if (-not $Server.Modules.ContainsKey($key)) { $Server.Modules[$key] = New-ScenarioShell -Server $Server -Directory $Directory -Computer $Computer }
    Import-Module -ModuleInfo $Server.Modules[$key] -Global -DisableNameChecking
    $Server.Open = $Server.Modules[$key]
}

function Close-ScenarioShell {
    param([hashtable]$Server)
    if ($null -eq $Server.Open) { return }
    foreach ($name in @($Server.Open.ExportedFunctions.Keys)) { Remove-Item -LiteralPath ('Function:\' + $name) -ErrorAction Ignore }
    $Server.Open = $null
}
