# What the module and the scripts of plans share, byte for byte: reading a state from the products, comparing it with that
# of a plan, waiting for it, what a shell may and has, running a script of Exchange, and the words of a result. A script
# holds this file as it is, so it is one file, and asks of its surroundings only Get-UcText. Must not know plans,
# journals or users.

function Get-UcMember {
    <#
    .SYNOPSIS
    A member of an object, or nothing if it does not have it.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param($Object, [string]$Name)
    if ($null -eq $Object) { return }
    $member = ([psobject]$Object).PSObject.Properties[$Name]
    if ($null -ne $member) { return , $member.Value }
}

function Get-UcRegistryValue {
    <#
    .SYNOPSIS
    A value of the registry; nothing if the key or the value does not exist.

    .DESCRIPTION
    What cannot be read is an error.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([string]$Key, [string]$Name)
    try {
        return Get-UcMember (Get-ItemProperty -LiteralPath $Key -ErrorAction Stop) $Name
    } catch [System.Management.Automation.ItemNotFoundException] {
        return
    }
}

function Get-UcInstallPath {
    <#
    .SYNOPSIS
    The folder of Exchange with a separator at its end; nothing on a machine without Exchange.

    .DESCRIPTION
    The registry says it: a shell that is older than the setup does not have the variable, and anybody can set
    it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $path = [string](Get-UcRegistryValue -Key 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup' -Name 'MsiInstallPath')
    if ($path -and $path -notmatch '[\\/]$') { $path += '\' }
    if ($path) { return $path }
}

function Format-UcServerVersion {
    <#
    .SYNOPSIS
    A version as Exchange shows it, also where its object lost the text.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Value)
    if ($null -eq $Value) { return }
    $text = [string]$Value
    $numbers = @(foreach ($name in 'Major', 'Minor', 'Build', 'Revision') { Get-UcMember $Value $name })
    if ($text -match '^(Version )?\d+\.\d' -or $numbers.Count -lt 4) { return $text }
    return 'Version {0}.{1} (Build {2}.{3})' -f $numbers
}

function ConvertTo-UcTextSet {
    <#
    .SYNOPSIS
    A value as a set of texts, without what is empty.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Generic.HashSet[string]])]
    param($Value, [bool]$Exact)
    $comparer = [StringComparer]::OrdinalIgnoreCase
    if ($Exact) { $comparer = [StringComparer]::Ordinal }
    $set = New-Object 'System.Collections.Generic.HashSet[string]' $comparer
    foreach ($item in $Value) {
        if ($null -ne $item -and [string]$item -ne '') { [void]$set.Add([string]$item) }
    }
    return , $set
}

function Test-UcSameValue {
    <#
    .SYNOPSIS
    Whether two values are the same.

    .DESCRIPTION
    Lists are sets and case does not count; what is not set is the same as what is empty. Exact, as files are:
    case counts, and a setting that is empty is not one that is missing.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param($Left, $Right, [bool]$Exact)
    if ($Exact -and (($null -eq $Left) -ne ($null -eq $Right))) { return $false }
    return (ConvertTo-UcTextSet $Left $Exact).SetEquals((ConvertTo-UcTextSet $Right $Exact))
}

function Format-UcStateValue {
    <#
    .SYNOPSIS
    A value for a reader.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Value)
    if ($null -eq $Value) { return Get-UcText -Key 'Plan_NotSet' }
    return '"' + (@($Value) -join ', ') + '"'
}

function Format-UcState {
    <#
    .SYNOPSIS
    The properties of a state for a reader.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($State, [string[]]$Name)
    return @(foreach ($one in $Name) { '{0} = {1}' -f $one, (Format-UcStateValue $State[$one]) }) -join ', '
}

function Get-UcStateName {
    <#
    .SYNOPSIS
    The properties that two states are about.
    #>
    [CmdletBinding()]
    [OutputType([string[]])]
    param($Before, $After)
    $names = foreach ($state in $Before, $After) { if ($null -ne $state) { $state.Keys } }
    return @($names | Sort-Object -Unique)
}

function Compare-UcState {
    <#
    .SYNOPSIS
    The properties in which a state is not the expected one, as sentences; nothing if it is the same.

    .DESCRIPTION
    No state is that of an object that does not exist.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Expected, $Actual, [string[]]$Name, [bool]$Exact)
    if ($null -eq $Expected -and $null -eq $Actual) { return }
    if ($null -eq $Actual) { return Get-UcText -Key 'Plan_ObjectMissing' }
    if ($null -eq $Expected) { return Get-UcText -Key 'Plan_ObjectPresent' -Values (Format-UcState $Actual $Name) }
    foreach ($one in $Name) {
        if (Test-UcSameValue -Left $Expected[$one] -Right $Actual[$one] -Exact $Exact) { continue }
        Get-UcText -Key 'Plan_Difference' -Values $one, (Format-UcStateValue $Expected[$one]), (Format-UcStateValue $Actual[$one])
    }
}

function Resolve-UcState {
    <#
    .SYNOPSIS
    Where a step stands.

    .DESCRIPTION
    Side is after, before or other; Differences are those from the side that is expected.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param($State, $Before, $After, [string]$Expected, [bool]$Exact)
    $names = @(Get-UcStateName $Before $After)
    $from = @{ before = $Before; after = $After }
    foreach ($side in 'after', 'before') {
        $differences = @(Compare-UcState -Expected $from[$side] -Actual $State -Name $names -Exact $Exact)
        if ($differences.Count -eq 0) { return @{ Side = $side; State = $State; Differences = @() } }
        if ($side -eq $Expected) { $from['differences'] = $differences }
    }
    return @{ Side = 'other'; State = $State; Differences = $from['differences'] }
}

function Wait-UcState {
    <#
    .SYNOPSIS
    Reads a state until it is the expected one, and puts out in what it still differs when there was time
    enough: another server may take a moment to see a change.

    .DESCRIPTION
    A file is as it was written.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([scriptblock]$Read, $Expected, [string[]]$Name, [bool]$Exact)
    $attempts = 8
    if ($Exact) { $attempts = 1 }
    for ($attempt = 1; $attempt -le $attempts; $attempt++) {
        if ($attempt -gt 1) { Start-Sleep -Milliseconds 1300 }
        $differences = @(Compare-UcState -Expected $Expected -Actual (Invoke-UcRead $Read) -Name $Name -Exact $Exact)
        if ($differences.Count -eq 0) { return }
    }
    return $differences
}

function Test-UcNotFound {
    <#
    .SYNOPSIS
    Whether an error only says that there is no such object.

    .DESCRIPTION
    That there is no such command, which is what a session says that was opened again on another server, is of
    the same category; so may be that a directory or store does not answer.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    $kind = '{0} {1} {2}' -f $Cause.CategoryInfo.Reason, $Cause.FullyQualifiedErrorId, $Cause.Exception.GetType().Name
    if ($kind -match 'CommandNotFound|Connection|Transient|Transport|Unreachable|Unavailable|NoSuitableServer|StoreException') { return $false }
    if ([string]$Cause.CategoryInfo.Category -eq 'ObjectNotFound' -or $kind -match 'ObjectNotFound|ItemNotFound') { return $true }
    # The cmdlets of Lync have no kind of error of their own for it.
    return $Cause.Exception.Message -match '^Cannot find '
}

function Test-UcObject {
    <#
    .SYNOPSIS
    Whether an object meets all conditions.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param($Object, [hashtable]$Where)
    if ($null -eq $Object) { return $false }
    foreach ($name in $Where.Keys) {
        if (-not (Test-UcSameValue -Left $Where[$name] -Right (Get-UcMember $Object $name))) { return $false }
    }
    return $true
}

function Get-UcObject {
    <#
    .SYNOPSIS
    The objects that a block puts out and that meet all conditions; none where it only says that there are
    none.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param([scriptblock]$From, [hashtable]$Where)
    try {
        $objects = @(& $From)
    } catch {
        if (-not (Test-UcNotFound $_)) { throw }
        return
    }
    foreach ($object in $objects) { if (Test-UcObject $object $Where) { $object } }
}

function Read-UcObjectState {
    <#
    .SYNOPSIS
    The named properties of the one object that meets all conditions; nothing if there is none.

    .DESCRIPTION
    Several are an error: nobody could say which of them is meant.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([scriptblock]$From, [hashtable]$Where, [string[]]$Name)
    $found = @(Get-UcObject -From $From -Where $Where)
    if ($found.Count -eq 0) { return }
    if ($found.Count -gt 1) { throw (Get-UcText -Key 'Plan_Several' -Values $found.Count, (Format-UcState $Where @($Where.Keys | Sort-Object))) }
    $state = @{}
    foreach ($property in $Name) { $state[$property] = Get-UcMember $found[0] $property }
    return $state
}

function Get-UcImQuestion {
    <#
    .SYNOPSIS
    What to ask a server for its settings.

    .DESCRIPTION
    Exchange 2016 until CU3 (build 544) has them in another process than later versions; where the version is
    not known there are two questions, and the second is for a server that does not answer the first.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Version)
    $early = @{ Process = 'Microsoft.Exchange.Directory.TopologyService'; Component = 'VariantConfiguration'; Argument = 'Config' }
    $later = @{ Process = 'MSExchangeMailboxAssistants'; Component = 'VariantConfiguration'; Argument = 'Config,Component=OwaServer' }
    if ($Version -notmatch '(\d+\.\d+)\D+(\d+)') { return $later, $early }
    if ($Matches[1] -eq '15.1' -and [int]$Matches[2] -le 544) { return $early }
    return $later
}

function ConvertTo-UcXml {
    <#
    .SYNOPSIS
    A text as XML.

    .DESCRIPTION
    It may come from another machine or from anybody, so it may define no entities and name no other document.
    #>
    [CmdletBinding()]
    [OutputType([System.Xml.XmlDocument])]
    param([string]$Text)
    $options = New-Object System.Xml.XmlReaderSettings
    $options.DtdProcessing = [System.Xml.DtdProcessing]::Prohibit
    $options.XmlResolver = $null
    $reader = [System.Xml.XmlReader]::Create((New-Object System.IO.StringReader $Text), $options)
    $document = New-Object System.Xml.XmlDocument
    try { $document.Load($reader) } finally { $reader.Close() }
    return $document
}

function Get-UcDiagnosticText {
    <#
    .SYNOPSIS
    The text of diagnostic information: the answer itself, or its property Result, which is all that some
    sessions leave.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Answer)
    $text = [string](Get-UcMember $Answer 'Result')
    if ($text) { return $text }
    return [string]$Answer
}

function Assert-UcDiagnosticAnswer {
    <#
    .SYNOPSIS
    Ends with the error that stands in diagnostic information, which is no error of the command; on one line.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Xml.XmlDocument]$Document)
    $failure = $Document.SelectSingleNode('//*[local-name() = "error" or local-name() = "Error"]')
    if ($null -ne $failure) { throw ($failure.InnerText.Trim() -replace '\s*[\r\n]+\s*', ' ') }
}

function Assert-UcRefresh {
    <#
    .SYNOPSIS
    Passes on what a server answered to a question that changes something (a refresh), unless it says that it
    did not.

    .DESCRIPTION
    An answer that cannot be read tells neither.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(ValueFromPipeline = $true)]$Answer)
    process {
        $document = $null
        try { $document = ConvertTo-UcXml (Get-UcDiagnosticText $Answer) } catch [System.Xml.XmlException] { $document = $null }
        if ($null -ne $document) { Assert-UcDiagnosticAnswer $document }
        $Answer
    }
}

function ConvertTo-UcImSetting {
    <#
    .SYNOPSIS
    The settings in the diagnostic information of one server; nothing if it has none.

    .DESCRIPTION
    Values are elements or attributes, according to the version. An error that stands in the answer is one.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param($Answer)
    $document = ConvertTo-UcXml (Get-UcDiagnosticText $Answer)
    $found = $document.SelectSingleNode('//*[local-name() = "IMSettings"]')
    if ($null -eq $found) {
        Assert-UcDiagnosticAnswer $document
        return
    }
    $settings = @{}
    # PowerShell reads nothing from InnerText of an attribute.
    foreach ($attribute in @($found.Attributes)) { if ($attribute.Value.Trim()) { $settings[$attribute.LocalName] = $attribute.Value.Trim() } }
    foreach ($element in @($found.SelectNodes('*'))) {
        $value = $element.InnerText.Trim()
        if (-not $value) { $value = $element.GetAttribute('Value').Trim() }
        if ($value) { $settings[$element.LocalName] = $value }
    }
    return $settings
}

function Read-UcServerVersion {
    <#
    .SYNOPSIS
    The version of a server; nothing if it does not tell, which is no reason not to ask it for more.

    .DESCRIPTION
    A session that ended is for the caller, who opens it again.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Server)
    try {
        foreach ($one in @(Get-ExchangeServer -Identity $Server -ErrorAction Stop)) { return Format-UcServerVersion (Get-UcMember $one 'AdminDisplayVersion') }
    } catch {
        if (Test-UcSessionLost $_) { throw }
        return
    }
}

function Read-UcImState {
    <#
    .SYNOPSIS
    The instant messaging settings that a server works with, as its processes report them.

    .DESCRIPTION
    A server that tells none of them is an error, not one without settings; of two errors the first counts.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Server)
    $failure = $null
    foreach ($question in (Get-UcImQuestion -Version (Read-UcServerVersion -Server $Server))) {
        try {
            $settings = ConvertTo-UcImSetting (Get-ExchangeDiagnosticInfo -Server $Server -ErrorAction Stop @question)
        } catch {
            if (Test-UcSessionLost $_) { throw }
            if ($null -eq $failure) { $failure = $_ }
            continue
        }
        if ($null -ne $settings) { return @{ IMServerName = $settings['IMServerName']; IMCertificateThumbprint = $settings['IMCertificateThumbprint'] } }
    }
    if ($null -ne $failure) { throw $failure }
    throw (Get-UcText -Key 'Fact_PropertyMissing' -Values 'IMSettings')
}

function Read-UcReaderState {
    <#
    .SYNOPSIS
    Which of the named groups and accounts may read a container of the Exchange organization.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Container, [string[]]$Name)
    $identity = $Container
    $organization = @(Get-OrganizationConfig -ErrorAction Stop)
    if ($organization.Count -gt 0) { $identity = 'CN=' + $Container + ',' + [string](Get-UcMember $organization[0] 'DistinguishedName') }
    $entries = @(Get-ADPermission -Identity $identity -ErrorAction Stop)
    $readers = @(foreach ($entry in $entries) {
        $rights = (Get-UcMember $entry 'AccessRights') -join ','
        if ([string](Get-UcMember $entry 'Deny') -ne 'True' -and $rights -match 'GenericRead|ReadProperty|GenericAll') {
            ([string](Get-UcMember $entry 'User')).Split('\')[-1]
        }
    })
    $state = @{}
    foreach ($one in $Name) { if ($readers -contains $one) { $state[$one] = $true } else { $state[$one] = $null } }
    return $state
}

function Test-UcSessionLost {
    <#
    .SYNOPSIS
    Whether an error says that the session of a shell has ended, which tells nothing of its command.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Management.Automation.ErrorRecord]$Cause)
    for ($one = $Cause.Exception; $null -ne $one; $one = $one.InnerException) {
        if ($one.GetType().Name -match '^(PSRemotingTransport|InvalidRunspaceState)') { return $true }
    }
    return $Cause.FullyQualifiedErrorId -match 'PSSessionStateBroken|JobFailure|InvalidSessionState|SessionOpenFailed'
}

function Get-UcFailureText {
    <#
    .SYNOPSIS
    What an error of a command says.

    .DESCRIPTION
    If the session ended, nobody knows whether the command took effect.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.ErrorRecord]$Cause, [string]$Message)
    if (Test-UcSessionLost $Cause) { return Get-UcText -Key 'Plan_SessionEnded' -Values $Message }
    return $Message
}

function Wait-UcExchange {
    <#
    .SYNOPSIS
    Waits until the shell of Exchange answers.

    .DESCRIPTION
    It works through IIS, so a restart of IIS ends its session: the next command fails, and the one after that
    opens a new session.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    $cause = ''
    for ($attempt = 1; $attempt -le 30; $attempt++) {
        if ($attempt -gt 1) { Start-Sleep -Seconds 5 }
        try {
            [void]@(Get-ExchangeServer -Identity $env:COMPUTERNAME -ErrorAction Stop)
            return
        } catch [System.Management.Automation.PipelineStoppedException] {
            throw
        } catch {
            # A computer that is no Exchange server has got its answer.
            if (Test-UcNotFound $_) { return }
            $cause = $_.Exception.Message
        }
    }
    throw (Get-UcText -Key 'Plan_SessionLost' -Values $cause)
}

function Invoke-UcRead {
    <#
    .SYNOPSIS
    Runs a block that only reads; once more, in a new session, where that of the shell has ended.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([scriptblock]$Read)
    try {
        return & $Read
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        if (-not (Test-UcSessionLost $_)) { throw }
    }
    Wait-UcExchange
    return & $Read
}

function Test-UcElevated {
    <#
    .SYNOPSIS
    Whether this shell may change the computer it runs on.

    .DESCRIPTION
    Only Windows tells; elsewhere the files do.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    if ([System.IO.Path]::DirectorySeparatorChar -ne '\') { return $true }
    $user = New-Object System.Security.Principal.WindowsPrincipal ([System.Security.Principal.WindowsIdentity]::GetCurrent())
    return $user.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}

function Get-UcAppCmd {
    <#
    .SYNOPSIS
    The program of IIS that recycles where the module WebAdministration is not installed; nothing if it is not
    there either.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    if (-not $env:windir) { return }
    $path = Join-Path -Path $env:windir -ChildPath 'System32\inetsrv\appcmd.exe'
    if (Test-Path -LiteralPath $path -PathType Leaf) { return $path }
}

function Test-UcCommand {
    <#
    .SYNOPSIS
    Whether this session has a command.

    .DESCRIPTION
    Not every shell loads the module of IIS by itself.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$Name)
    if ($Name -eq 'Restart-WebAppPool') { Import-Module -Name 'WebAdministration' -ErrorAction SilentlyContinue -Verbose:$false }
    if ($null -ne (Get-Command -Name $Name -ErrorAction SilentlyContinue)) { return $true }
    return $Name -eq 'Restart-WebAppPool' -and $null -ne (Get-UcAppCmd)
}

function Restart-UcWebAppPool {
    <#
    .SYNOPSIS
    Recycles an application pool of IIS, with the program of IIS where there is no command for it.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([string]$Name)
    # The question was asked for the step.
    $ConfirmPreference = 'None'
    [void](Test-UcCommand 'Restart-WebAppPool')
    if ($null -ne (Get-Command -Name 'Restart-WebAppPool' -ErrorAction SilentlyContinue)) {
        Restart-WebAppPool -Name $Name -ErrorAction Stop
        return
    }
    $program = Get-UcAppCmd
    $said = & $program recycle apppool ('/apppool.name:' + $Name)
    if ($LASTEXITCODE -ne 0) { throw (@($said) -join ' ') }
}

function Invoke-UcExchangeScript {
    <#
    .SYNOPSIS
    Runs a script that Exchange brings along as an administrator does: in its own folder, because it starts
    its helpers from the current one, and with the preferences of a new session, because it was not written
    for strict mode.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([string]$Name, [hashtable]$Parameter = @{})
    $folder = Get-UcInstallPath
    if (-not $folder) { throw (Get-UcText -Key 'Plan_NoExchange' -Values $Name) }
    Push-Location -LiteralPath (Join-Path -Path $folder -ChildPath 'Scripts') -StackName 'UcIntegration' -ErrorAction Stop
    try {
        Set-StrictMode -Off
        $ErrorActionPreference = 'Continue'
        # The question was asked for the step.
        $ConfirmPreference = 'None'
        & (Join-Path -Path '.' -ChildPath $Name) @Parameter
    } finally {
        Pop-Location -StackName 'UcIntegration'
    }
}

function New-UcResult {
    <#
    .SYNOPSIS
    What came of one step.

    .DESCRIPTION
    These are all the words for it.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param(
        $Number,
        [ValidateSet('Done', 'AlreadyCompliant', 'Unverified', 'Skipped', 'WhatIf', 'Drifted', 'Failed', 'Waiting', 'Undone')][string]$Status,
        [string]$Title,
        [string]$Message
    )
    return [pscustomobject]@{ PSTypeName = 'UcIntegration.StepResult'; Number = $Number; Status = $Status; Title = $Title; Message = $Message }
}
