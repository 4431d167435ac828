function New-UcWaiting {
    <#
    .SYNOPSIS
    Where another place has to go on first.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Stage)
    $machine = $Stage['machine']
    if (-not $machine) { $machine = Get-UcText -Key 'Plan_AnyMachine' }
    $text = Get-UcText -Key 'Plan_Waiting' -Values $Stage['number'], $Stage['shell'], $machine
    return New-UcStepResult -Stage $Stage -Status 'Waiting' -Message $text
}
