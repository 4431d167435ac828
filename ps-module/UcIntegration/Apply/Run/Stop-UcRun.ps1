function Stop-UcRun {
    <#
    .SYNOPSIS
    Ends the run with a step that did not go well: its result, and an error of the command.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, [string]$Status, [string]$Message)
    $Run.Stopped = $true
    New-UcStepResult -Stage $Stage -Step $Step -Status $Status -Message $Message
    $text = @($Step['number'], $Step['title'], $Message)
    [void]$Run.Errors.Add((New-UcOwnErrorRecord -Id ('Step' + $Status) -Key ('Plan_Step' + $Status) -Values $text -Target $Step['title'] -WithHint))
}
