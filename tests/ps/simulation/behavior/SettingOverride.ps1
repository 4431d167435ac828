# What the commands about setting overrides do, and the command that shows what of them is in effect. A change takes
# effect on a server only after its refresh; a change replaces the parameters, it never adds to them.

function ConvertTo-SimulationOverrideObject {
    param($Item)
    $fields = [ordered]@{
        Name = $Item.Name; Identity = $Item.Name; ComponentName = $Item.ComponentName; SectionName = $Item.SectionName; FlightName = ''; Parameters = @($Item.Parameters)
        Server = $null; MinVersion = $Item.MinVersion; MaxVersion = $Item.MaxVersion; Reason = $Item.Reason; ModifiedBy = $Item.ModifiedBy; Status = 'Accepted'
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
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) { ConvertTo-SimulationOverrideObject $item }
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
    Save-SimulationState $call.State
    ConvertTo-SimulationOverrideObject $item
}

$script:behavior['Set-SettingOverride'] = {
    param($call)
    if ($call.Bound['Parameters']) { Assert-SimulationOverrideParameter $call.Bound['Parameters'] }
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) { Set-SimulationItem $call $item $item.Name }
}

$script:behavior['Remove-SettingOverride'] = {
    param($call)
    foreach ($item in Select-SimulationItem $call.State.Exchange.Overrides $call.Bound['Identity'] { param($item) $item.Name }) {
        if (-not (Test-SimulationProcess $call $item.Name)) { continue }
        $call.State.Exchange.Overrides = @($call.State.Exchange.Overrides | Where-Object { $_.Name -ne $item.Name })
        Save-SimulationState $call.State
    }
}

function Get-SimulationDiagnosticText {
    param($State, $Server, [string]$Process)
    $effective = Select-SimulationByFqdn $State.Runtime.Effective $Server.Fqdn
    $settings = ''
    foreach ($name in 'IMServerName', 'IMCertificateThumbprint') {
        $value = ''
        if ($null -ne $effective) { $value = $effective.$name }
        $settings += '<' + $name + '>' + [System.Security.SecurityElement]::Escape($value) + '</' + $name + '>'
    }
    return '<Diagnostics><ProcessLocator><count>1</count></ProcessLocator><ProcessInfo><id>4242</id><serverName>' + $Server.Name + '</serverName><processName>' + $Process +
        '</processName></ProcessInfo><Components><VariantConfiguration><Configuration><OwaServer><IMSettings>' + $settings + '</IMSettings></OwaServer></Configuration></VariantConfiguration></Components></Diagnostics>'
}

# The text is XML, as the real command gives it. A refresh is its side effect.
$script:behavior['Get-ExchangeDiagnosticInfo'] = {
    param($call)
    $name = $call.Bound['Server']
    if (-not $name) { $name = $script:simulation.Computer }
    $server = Select-SimulationServer $call.State $name | Select-Object -First 1
    Assert-SimulationReachable $server
    $process = [string]$call.Bound['Process']
    if ($call.Bound['Component'] -ne 'VariantConfiguration' -or 'Microsoft.Exchange.Directory.TopologyService', 'MSExchangeMailboxAssistants' -notcontains $process) {
        return '<Diagnostics><ProcessLocator><count>0</count></ProcessLocator></Diagnostics>'
    }
    if ($call.Bound['Argument'] -eq 'Refresh' -and (Get-SimulationExchangeYear $server.Version) -ne '2013') {
        Update-SimulationOverride $call.State $server
        Save-SimulationState $call.State
    }
    Get-SimulationDiagnosticText $call.State $server $process
}
