function New-UcEstateRequest {
    <#
    .SYNOPSIS
    The request for a check or a plan.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([object[]]$Text, [string[]]$Scenario, [datetime]$Now, [hashtable]$Setting)
    $request = @{
        facts    = @($Text)
        now      = Format-UcTime $Now
        settings = $Setting
    }
    if ($Scenario) { $request['scenarios'] = @($Scenario) }
    return $request
}
