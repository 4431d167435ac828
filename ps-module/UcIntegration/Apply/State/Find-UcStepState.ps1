function Find-UcStepState {
    <#
    .SYNOPSIS
    Where the state of a step is, with the differences from where it should be.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Run, [hashtable]$Transition, [string]$Expected)
    $state = Invoke-UcRead { Get-UcStepState -Transition $Transition }
    $exact = Test-UcExactState $Transition
    return Resolve-UcState -State $state -Before $Transition['before'] -After $Transition['after'] -Expected $Expected -Exact $exact
}
