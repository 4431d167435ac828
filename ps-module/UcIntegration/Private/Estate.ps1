# Requests about an estate: documents of facts in, findings or a plan out. Judges nothing: the library does.

# Documents of facts as the library takes them, from what a caller gave: paths (with wildcards), files, or objects of
# Get-UcFact. Errors that concern one of them are written, and the others are read all the same.
function Get-UcFactText {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [object[]]$Fact)
    foreach ($one in $Fact) {
        if ($one -is [psobject] -and $one.PSObject.TypeNames -contains 'UcIntegration.Fact') {
            @{ name = ('{0} ({1})' -f $one.Computer, $one.Shell); text = $one.Json }
            continue
        }
        $path = [string]$one
        if ($one -is [System.IO.FileInfo]) { $path = [System.Management.Automation.WildcardPattern]::Escape($one.FullName) }
        foreach ($file in (Resolve-UcPath -Cmdlet $Cmdlet -Path $path)) {
            try {
                @{ name = $file; text = [System.IO.File]::ReadAllText($file) }
            } catch {
                $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'FactUnreadable' -Key 'Fact_Unreadable' -Values $file, (Get-UcCause $_) -Target $file))
            }
        }
    }
}

# Documents of what this session and its machine tell, for the questions of these scenarios; of all, if none is named.
function Get-UcOwnFactText {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$Scenario)
    # A parameter with a set of values takes no $null, not even where that means all.
    $asked = @{}
    if ($Scenario) { $asked['Scenario'] = $Scenario }
    Get-UcFactText -Cmdlet $Cmdlet -Fact @(Get-UcFact @asked)
}

# What the administrator asked for, from the parameters of his call that were bound.
function ConvertTo-UcSetting {
    param([System.Collections.Generic.Dictionary[string, object]]$Bound)
    $names = @{
        IMServerName = 'imServerName'; Thumbprint = 'thumbprint'; ApplicationId = 'applicationId'
        ApplicationPort = 'applicationPort'; Server = 'servers'; Disable = 'disable'
        AutodiscoverHost = 'autodiscoverHost'; OAuthThumbprint = 'oAuthThumbprint'; Cloud = 'cloud'
    }
    $settings = @{}
    foreach ($name in $names.Keys) {
        if (-not $Bound.ContainsKey($name)) { continue }
        $value = $Bound[$name]
        if ($value -is [switch]) { $value = [bool]$value }
        $settings[$names[$name]] = $value
    }
    return $settings
}

# A time as the library takes it.
function Format-UcTime {
    param([datetime]$Time)
    return $Time.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', [System.Globalization.CultureInfo]::InvariantCulture)
}

# Without these nobody knows who is who in an estate, whatever the rules ask for.
$script:UcIdentitySections = @('exchange.servers', 'exchange.availabilityGroups', 'lync.version', 'lync.pools', 'machine.installPath')

# The questions that the rules of some scenarios ask, by their places in a document.
function Get-UcNeededSection {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$Scenario)
    $needed = @($script:UcIdentitySections)
    foreach ($name in $Scenario) {
        $answer = Invoke-UcEstateRequest -Cmdlet $Cmdlet -Function 'uc_rules_list' -Request @{ scenario = $name }
        $needed += @($answer.Body['rules'] | ForEach-Object { $_['needs'] } | ForEach-Object { $_['fact'] })
    }
    return @($needed | Select-Object -Unique)
}

# The request that judges or plans.
function New-UcEstateRequest {
    param([object[]]$Text, [string[]]$Scenario, [datetime]$Now, [hashtable]$Setting)
    $request = @{
        facts    = @($Text)
        now      = Format-UcTime $Now
        settings = $Setting
    }
    if ($Scenario) { $request['scenarios'] = @($Scenario) }
    return $request
}

# Asks the library; a request that it refuses ends the call, since nothing could be judged.
function Invoke-UcEstateRequest {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Function, [hashtable]$Request)
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function $Function -Request $Request
    if (-not $answer.Ok) { $Cmdlet.ThrowTerminatingError((ConvertTo-UcErrorRecord -Body $answer.Body)) }
    return $answer
}
