function Get-UcStepProgress {
    <#
    .SYNOPSIS
    What the journals know of a step.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Run, $Number)
    if ($Run.Progress.ContainsKey([long]$Number)) { return $Run.Progress[[long]$Number] }
    return @{ Event = ''; Started = ''; Done = ''; Undone = ''; Entry = @{} }
}
