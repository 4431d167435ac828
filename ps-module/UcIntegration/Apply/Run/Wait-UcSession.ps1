function Wait-UcSession {
    <#
    .SYNOPSIS
    Waits for the shell of Exchange after a command that stops IIS, and ends the run with an error where it does not come
    back: its step is done.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Run, [hashtable]$Command)
    if ($Run.Place.Shells -notcontains 'Exchange' -or @('Restart-Service', 'Stop-Service') -notcontains $Command['name']) { return }
    if ((ConvertTo-UcSplat $Command)['Name'] -ne 'W3SVC') { return }
    try {
        Wait-UcExchange
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        $Run.Stopped = $true
        [void]$Run.Errors.Add((New-UcErrorRecord -Id 'SessionLost' -Message (Get-UcCause $_) -Hint '' -Target $Run.Place.Computer))
    }
}
