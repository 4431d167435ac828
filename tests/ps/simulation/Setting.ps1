# Commands that only show, set or remove the objects of one list of the state: which noun has which list. Must not hold
# what a product does beyond that; the files of the folder behavior do.

$script:setting = @{}

# Makes the commands of a noun. Show: turns an object of the state into what the product answers; without it the answer
# has the properties of the state.
function Add-SimulationSetting {
    param([string]$Noun, [string]$Product, [string]$List, [string]$Type, [string[]]$Verb = @('Get'), [string]$Key = 'Identity', [scriptblock]$Show)
    $script:setting[$Noun] = @{ Product = $Product; List = $List; Type = $Type; Key = $Key; Show = $Show }
    foreach ($one in $Verb) { $script:behavior[$one + '-' + $Noun] = $script:settingVerb[$one] }
}

function Get-SimulationSetting {
    param($Call)
    return $script:setting[$Call.Name.Split('-')[1]]
}

# The objects of the product, or those in the local copy of this computer, where one is asked for and kept.
function Get-SimulationStore {
    param($Call, $Setting, [bool]$Local)
    if ($Local) {
        $copy = Select-SimulationByFqdn $Call.State.Runtime.Replicas $script:simulation.Computer
        if ($null -ne $copy -and $null -ne $copy.PSObject.Properties[$Setting.List]) { return @($copy.($Setting.List)) }
    }
    return @($Call.State.($Setting.Product).($Setting.List))
}

# The objects that a command speaks of. A setting of Lync may be named without the Tag: of its scope.
function Select-SimulationSetting {
    param($Call, [string]$Default, [bool]$Local)
    $setting = Get-SimulationSetting $Call
    $identity = $Call.Bound['Identity']
    if (-not $identity) { $identity = $Default }
    $name = { param($item) $item.($setting.Key); $item.($setting.Key) -replace '^Tag:', '' }
    if ($setting.Product -eq 'Lync') { return @(Select-SimulationItem @(Get-SimulationStore $Call $setting $Local) $identity $name $script:lyncNotFound) }
    return @(Select-SimulationItem @(Get-SimulationStore $Call $setting $Local) $identity $name)
}

function ConvertTo-SimulationSetting {
    param($Setting, $State, $Item)
    $fields = [ordered]@{}
    if ($null -ne $Setting.Show) { $fields = & $Setting.Show $State $Item } else { foreach ($property in $Item.PSObject.Properties) { $fields[$property.Name] = $property.Value } }
    if ($Setting.Product -eq 'Lync') { return New-SimulationObject $Setting.Type $fields }
    if (-not $fields.Contains('Identity')) { $fields['Identity'] = $Item.($Setting.Key) }
    return New-SimulationExchangeObject $Setting.Type $fields
}

# Lists of the state lose their elements by what they are.
function Remove-SimulationItem {
    param($Call, [string]$Product, [string]$List, $Item, [string]$Identity)
    if (-not (Test-SimulationProcess $Call $Identity)) { return }
    $gone = ConvertTo-SimulationCanonical $Item
    $Call.State.$Product.$List = @($Call.State.$Product.$List | Where-Object { (ConvertTo-SimulationCanonical $_) -cne $gone })
    Save-SimulationState $Call.State
}

function Add-SimulationItem {
    param($Call, [string]$Product, [string]$List, $Item)
    $Call.State.$Product.$List = @($Call.State.$Product.$List) + $Item
    Save-SimulationState $Call.State
}

$script:settingVerb = @{
    Get = {
        param($call)
        foreach ($item in Select-SimulationSetting $call -Local ([bool]$call.Bound['LocalStore'])) {
            if ($null -eq $item -or ($call.Bound['Filter'] -and $item.Identity -notlike $call.Bound['Filter'])) { continue }
            ConvertTo-SimulationSetting (Get-SimulationSetting $call) $call.State $item
        }
    }
    # The settings of Lync are global ones where no identity is given.
    Set = {
        param($call)
        $setting = Get-SimulationSetting $call
        $default = ''
        if ($setting.Product -eq 'Lync') { $default = 'Global' }
        foreach ($item in Select-SimulationSetting $call $default) { Set-SimulationItem $call $item $item.($setting.Key) }
    }
    Remove = {
        param($call)
        $setting = Get-SimulationSetting $call
        foreach ($item in Select-SimulationSetting $call) { Remove-SimulationItem $call $setting.Product $setting.List $item $item.($setting.Key) }
    }
}
