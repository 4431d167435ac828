function Test-UcFollowUpStep {
    <#
    .SYNOPSIS
    Whether a step comes back by repeating it, after the steps that it follows were taken back.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Step)
    return $Step['undo'].Count -eq 0
}
