function Get-UcUndoStage {
    <#
    .SYNOPSIS
    The stages of all that taking back will run here: those of the steps in the list, and of the repeats that are due then.

    .DESCRIPTION
    A repeat is due when a step that it follows is taken back; that is known before the first one is.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Run, [System.Collections.ArrayList]$List)
    $numbers = @($List | ForEach-Object { $_.Step['number'] })
    foreach ($one in $List) { $one.Stage }
    foreach ($one in @(Get-UcRepeatList -Run $Run)) {
        $waits = $null -ne (Get-UcRepeatWait -Run $Run -Step $one.Step)
        if ($waits -and -not $Run.Force) { continue }
        $followed = @($one.Step['follows'] | Where-Object { $numbers -contains $_ })
        if ($waits -or $followed.Count -gt 0 -or (Test-UcRepeatDue -Run $Run -Step $one.Step)) { $one.Stage }
    }
}
