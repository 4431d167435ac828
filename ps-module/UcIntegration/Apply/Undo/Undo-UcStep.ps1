function Undo-UcStep {
    <#
    .SYNOPSIS
    Takes one step back, or repeats it, and puts out its result.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    Open-UcRunJournal -Run $Run -Stage $Stage
    try {
        Invoke-UcUndoStep -Run $Run -Stage $Stage -Step $Step
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        $message = Get-UcFailureText $_ (Get-UcCause $_)
        if ($null -ne $Run.Journal) { Add-UcRunEntry -Run $Run -Step $Step -Event 'UndoFailed' -More @{ message = $message } }
        Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message $message
    } finally {
        if ($null -ne $Run.Journal) { $Run.Journal.Stream.Close() }
        $Run.Journal = $null
    }
}
