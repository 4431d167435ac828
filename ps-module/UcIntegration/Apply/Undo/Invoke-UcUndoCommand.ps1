function Invoke-UcUndoCommand {
    <#
    .SYNOPSIS
    Runs what takes a step back.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Run, [hashtable]$Step)
    $entry = (Get-UcStepProgress -Run $Run -Number $Step['number']).Entry
    if (Restore-UcStepFile -Run $Run -Step $Step -Entry $entry) { return }
    $commands = @($Step['undo'])
    if (Test-UcFollowUpStep $Step) { $commands = @($Step['command']) }
    foreach ($command in $commands) {
        [void](Invoke-UcStepCommand -Command $command -Reason ('undo of ' + $Run.Reason) -ExpectedHash '')
    }
}
