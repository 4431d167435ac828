# What the commands about setting overrides do, and the command that shows what of them is in effect. A change takes
# effect on a server only after its refresh; a change replaces the parameters, it never adds to them.

# When an override was made is no part of what is compared with the start, so it is kept with what runs.
function Set-SimulationOverrideTime {
    param($State, [string]$Name)
    Set-SimulationRuntimeItem $State 'OverrideTimes' ([pscustomobject]@{ Fqdn = $Name; Time = (ConvertFrom-SimulationTime (Get-SimulationStateTime $State)) })
}

function ConvertTo-SimulationOverrideObject {
    param($State, $Item)
    $changed = (ConvertTo-SimulationTime $State.Now).AddDays(-30)
    $known = Select-SimulationByFqdn $State.Runtime.OverrideTimes $Item.Name
    if ($null -ne $known) { $changed = ConvertTo-SimulationTime $known.Time }
    $fields = [ordered]@{
        Name = $Item.Name; Identity = $Item.Name; ComponentName = $Item.ComponentName; SectionName = $Item.SectionName; FlightName = ''; Parameters = @($Item.Parameters)
        Server = $null; MinVersion = $Item.MinVersion; MaxVersion = $Item.MaxVersion; Reason = $Item.Reason; ModifiedBy = $Item.ModifiedBy; Status = 'Accepted'
        WhenChangedUTC = $changed
    }
    if (@($Item.Server).Count -gt 0) { $fields['Server'] = @($Item.Server) }
    return New-SimulationExchangeObject 'Microsoft.Exchange.Data.Directory.SystemConfiguration.SettingOverride' $fields
}

function Assert-SimulationOverrideParameter {
    param($Parameters)
    foreach ($pair in @($Parameters)) {
        if ([string]$pair -notmatch '^(IMServerName|IMCertificateThumbprint|IMEnabled)=') {
            Stop-SimulationCommand (New-SimulationError -Message ('The override syntax is invalid: ' + $pair) -Type 'SettingOverrideSyntaxException')
        }
    }
}

$script:behavior['Get-SettingOverride'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) { ConvertTo-SimulationOverrideObject $call.State $item }
}

$script:behavior['New-SettingOverride'] = {
    param($call)
    $bound = $call.Bound
    if (@($call.State.Exchange.Overrides | Where-Object { $_.Name -eq $bound['Name'] }).Count -gt 0) {
        Stop-SimulationCommand (New-SimulationError -Message ("Active Directory operation failed on dc01." + $call.State.Domain + ". The object 'CN=" + $bound['Name'] + ",CN=Setting Overrides,CN=Global Settings' already exists.") -Type 'ADObjectAlreadyExistsException' -Target $bound['Name'])
    }
    if ($bound['Component'] -ne 'OwaServer' -or $bound['Section'] -ne 'IMSettings') {
        Stop-SimulationCommand (New-SimulationError -Message ('The setting ' + $bound['Component'] + '.' + $bound['Section'] + ' is not known.') -Type 'SettingOverrideUnexpectedComponentNameException')
    }
    Assert-SimulationOverrideParameter $bound['Parameters']
    if (-not (Test-SimulationProcess $call $bound['Name'])) { return }
    $item = [pscustomobject][ordered]@{
        Name = $bound['Name']; ComponentName = 'OwaServer'; SectionName = 'IMSettings'; Parameters = @($bound['Parameters'] | ForEach-Object { [string]$_ })
        Server = @($bound['Server'] | Where-Object { $_ }); MinVersion = $null; MaxVersion = $null; Reason = $bound['Reason']; ModifiedBy = 'Administrator'
    }
    if ($bound['MinVersion']) { $item.MinVersion = [string]$bound['MinVersion'] }
    if ($bound['MaxVersion']) { $item.MaxVersion = [string]$bound['MaxVersion'] }
    $call.State.Exchange.Overrides = @($call.State.Exchange.Overrides) + $item
    Set-SimulationOverrideTime $call.State $item.Name
    Save-SimulationState $call.State
    ConvertTo-SimulationOverrideObject $call.State $item
}

$script:behavior['Set-SettingOverride'] = {
    param($call)
    if ($call.Bound['Parameters']) { Assert-SimulationOverrideParameter $call.Bound['Parameters'] }
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) {
        Set-SimulationOverrideTime $call.State $item.Name
        Set-SimulationItem $call $item $item.Name
    }
}

$script:behavior['Remove-SettingOverride'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) {
        if (-not (Test-SimulationProcess $call $item.Name)) { continue }
        $call.State.Exchange.Overrides = @($call.State.Exchange.Overrides | Where-Object { $_.Name -ne $item.Name })
        Save-SimulationState $call.State
    }
}

# Settings as elements, or as attributes in later versions.
function ConvertTo-SimulationDiagnosticSetting {
    param([System.Collections.IDictionary]$Setting, [bool]$AsAttribute)
    $names = @($Setting.Keys)
    if (-not $AsAttribute) {
        return '<IMSettings>' + (@($names | ForEach-Object { '<' + $_ + '>' + [System.Security.SecurityElement]::Escape($Setting[$_]) + '</' + $_ + '>' }) -join '') + '</IMSettings>'
    }
    return '<IMSettings ' + (@($names | ForEach-Object { $_ + '="' + [System.Security.SecurityElement]::Escape($Setting[$_]) + '"' }) -join ' ') + ' />'
}

# An element with a text.
function Get-SimulationElement {
    param([string]$Name, [string]$Text)
    return '<' + $Name + '>' + [System.Security.SecurityElement]::Escape($Text) + '</' + $Name + '>'
}

# The overrides as the server has read them last, in the form of the product: those of other servers too.
function Get-SimulationOverrideText {
    param($State, $Server)
    $read = Select-SimulationByFqdn $State.Runtime.Effective $Server.Fqdn
    $message = 'This override synced to the server but whether it applies to the services running on this server depends on the override parameters, current configuration and the context.'
    $all = foreach ($override in @($read.Overrides)) {
        $text = ''
        foreach ($name in 'Name', 'Reason', 'ModifiedBy', 'ComponentName', 'SectionName', 'Status') { $text += Get-SimulationElement $name $override.$name }
        if ($override.Status -eq 'Accepted') { $text += Get-SimulationElement 'Message' $message }
        $parameters = @($override.Parameters | ForEach-Object { Get-SimulationElement 'Parameter' $_ }) -join ''
        '<SettingOverride>' + $text + '<Parameters>' + $parameters + '</Parameters></SettingOverride>'
    }
    return '<Overrides Updated="' + $read.Updated + '">' + (@($all) -join '') + '</Overrides>'
}

function Get-SimulationDiagnosticText {
    param($State, $Server, [string]$Process, [string]$Argument)
    $effective = Select-SimulationByFqdn $State.Runtime.Effective $Server.Fqdn
    $setting = [ordered]@{}
    foreach ($name in 'IMServerName', 'IMCertificateThumbprint') {
        $setting[$name] = ''
        if ($null -ne $effective) { $setting[$name] = [string]$effective.$name }
    }
    $answer = '<Configuration><OwaServer>' + (ConvertTo-SimulationDiagnosticSetting $setting ((Get-SimulationExchangeYear $Server.Version) -in '2019', 'SE')) + '</OwaServer></Configuration>'
    if ($Argument -eq 'Overrides') { $answer = Get-SimulationOverrideText $State $Server }
    return '<Diagnostics><ProcessLocator><count>1</count></ProcessLocator><ProcessInfo><id>4242</id><serverName>' + $Server.Name + '</serverName><processName>' + $Process +
        '</processName></ProcessInfo><Components><VariantConfiguration>' + $answer + '</VariantConfiguration></Components></Diagnostics>'
}

# A process that does not have the component says so in the answer, which is no error of the command. Exchange 2016 until
# build 544 has the settings in the service for the topology, later builds in that of the assistants.
function Get-SimulationSettingProcess {
    param($Server)
    $version = [version]$Server.Version
    if ($version.Minor -eq 1 -and $version.Build -le 544) { return 'Microsoft.Exchange.Directory.TopologyService' }
    return 'MSExchangeMailboxAssistants'
}

# The text is XML, as the real command gives it. A refresh is its side effect.
$script:behavior['Get-ExchangeDiagnosticInfo'] = {
    param($call)
    $name = $call.Bound['Server']
    if (-not $name) { $name = $script:simulation.Computer }
    $server = Select-SimulationServer $call.State $name | Select-Object -First 1
    Assert-SimulationReachable $server
    $process = [string]$call.Bound['Process']
    $isOfOverrides = $process -eq 'Microsoft.Exchange.Directory.TopologyService' -and $call.Bound['Argument'] -in 'Refresh', 'Overrides'
    $isRefresh = $isOfOverrides -and $call.Bound['Argument'] -eq 'Refresh'
    if ($call.Bound['Component'] -ne 'VariantConfiguration' -or ($process -ne (Get-SimulationSettingProcess $server) -and -not $isOfOverrides)) {
        return '<Diagnostics><ProcessLocator><error>Specified process is not registered. Currently registered on ' + $server.Fqdn +
            '.</error><count>1</count><Process><guid>94c85623-4c5e-4405-a9a9-2e110758c3d8</guid><id>3384</id><name>MSExchangeHMWorker</name></Process></ProcessLocator></Diagnostics>'
    }
    # A process that cannot be reached is told in the answer too, without an error of the command.
    $failure = Get-SimulationRefreshError
    if ($isRefresh -and $failure) {
        return '<Diagnostics><ProcessLocator>' + (Get-SimulationElement 'error' $failure) + '<count>0</count></ProcessLocator></Diagnostics>'
    }
    if ($isRefresh -and (Get-SimulationExchangeYear $server.Version) -ne '2013') {
        Update-SimulationOverride $call.State $server
        Save-SimulationState $call.State
    }
    Get-SimulationDiagnosticText $call.State $server $process $call.Bound['Argument']
}
