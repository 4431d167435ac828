function Test-UcExactState {
    <#
    .SYNOPSIS
    Whether every letter of the state of a step counts.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Transition)
    return $Transition['probe']['kind'] -eq 'WebConfig'
}
