function Wait-UcStepState {
    <#
    .SYNOPSIS
    In what the state of a step differs from the one it should have, after a while.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Run, [hashtable]$Transition, [string]$Side)
    $names = @(Get-UcStateName $Transition['before'] $Transition['after'])
    $read = { Get-UcStepState -Transition $Transition }
    Wait-UcState -Read $read -Expected $Transition[$Side] -Name $names -Exact (Test-UcExactState $Transition)
}
