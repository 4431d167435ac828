# Without these nobody knows who is who in an estate, whatever the rules ask for.
$script:UcIdentitySections = @('exchange.servers', 'exchange.availabilityGroups', 'lync.version', 'lync.pools', 'machine.installPath')

function Get-UcNeededSection {
    <#
    .SYNOPSIS
    The questions that the rules of some scenarios ask, by their places in a document.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string[]]$Scenario)
    $needed = @($script:UcIdentitySections)
    foreach ($name in $Scenario) {
        $answer = Invoke-UcCheckedRequest -Function 'uc_rules_list' -Request @{ scenario = $name }
        $needed += @($answer.Body['rules'] | ForEach-Object { $_['needs'] } | ForEach-Object { $_['fact'] })
    }
    return @($needed | Select-Object -Unique)
}
