# Documents of facts: which shells this session is, what each of them tells, and the object that holds the document. The
# form of the document is that of the library (uc-integration/facts/1); nothing here knows what a fact means.

$script:UcFactSchema = 'uc-integration/facts/1'
# A shell is known by a command of its own, never by the name of a computer or a window.
$script:UcShellCommand = [ordered]@{ Exchange = 'Get-ExchangeServer'; Lync = 'Get-CsServerVersion' }

# The shells that this session is; Local if it is neither.
function Get-UcShell {
    $present = @($script:UcShellCommand.Keys | Where-Object { $null -ne (Get-Command -Name $script:UcShellCommand[$_] -ErrorAction Ignore) })
    if ($present.Count -eq 0) { return 'Local' }
    return $present
}

# The full name of this computer; the short one where it belongs to no domain.
function Get-UcComputerName {
    $name = $env:COMPUTERNAME
    if (-not $name) { $name = [Environment]::MachineName }
    $domain = ''
    try {
        $domain = [string](Get-UcRegistryValue -Key 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' -Name 'Domain')
    } catch [System.Management.Automation.SessionStateException] {
        # No registry, or no right to read it: the short name tells the computer as well.
        $domain = ''
    }
    if ($domain) { return $name + '.' + $domain }
    return $name
}

# What the readers of one document share.
function New-UcFactContext {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$User, [bool]$AllUsers, [string[]]$TestUser, [string[]]$Needed)
    return @{
        Cmdlet = $Cmdlet; Computer = Get-UcComputerName; User = @(Get-UcUserName -User $User | Select-Object -Unique); AllUsers = $AllUsers
        Servers = $null; InstallPath = $null; Failures = $null; Answered = $false; Known = @{}
        Needed = $Needed; TestUser = @(Get-UcUserName -User $TestUser | Select-Object -Unique)
    }
}

# What was asked and not answered, in a document.
function Get-UcUnknown {
    param([System.Collections.IDictionary]$Document, [string[]]$Group)
    foreach ($name in $Group) {
        foreach ($section in $Document[$name].Keys) {
            $fact = $Document[$name][$section]
            $failures = @()
            if ($fact.Contains('failures')) { $failures = $fact['failures'] }
            foreach ($failure in $failures) {
                New-UcUnknownObject -Section ($name + '.' + $section) -Target $failure['target'] -Command $fact['command'] -Cause $failure['error']
            }
            # Where nobody answered, the error of the section is that of the first failure.
            if ($fact.Contains('error') -and @($failures | Where-Object { $_['error'] -eq $fact['error'] }).Count -eq 0) {
                New-UcUnknownObject -Section ($name + '.' + $section) -Target '' -Command $fact['command'] -Cause $fact['error']
            }
        }
    }
}

# Collects the facts of one shell, with those of the machine if they are wanted in this document.
function Get-UcFactDocument {
    param([string]$Shell, [bool]$Machine, [hashtable]$Context)
    $groups = @($Shell.ToLowerInvariant() | Where-Object { $_ -ne 'local' })
    if ($Machine) { $groups += 'machine' }
    $time = [datetime]::UtcNow
    $document = [ordered]@{
        schema    = $script:UcFactSchema
        collected = [ordered]@{
            time       = $time
            computer   = $Context.Computer
            shell      = $Shell
            powerShell = $PSVersionTable.PSVersion.ToString()
            module     = $ExecutionContext.SessionState.Module.Version.ToString()
        }
    }
    $sections = Get-UcSectionList -Group $groups -Context $Context
    foreach ($name in $groups) { $document[$name] = $sections[$name] }
    $count = 0
    foreach ($name in $groups) { $count += $sections[$name].Count }
    $unknown = @(Get-UcUnknown -Document $document -Group $groups)
    return New-UcFactObject -Computer $Context.Computer -Shell $Shell -Time $time.ToLocalTime() -Sections $count -Unknown $unknown -Json (ConvertTo-UcJson $document)
}
