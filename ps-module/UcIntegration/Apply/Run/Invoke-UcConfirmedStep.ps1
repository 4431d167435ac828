function Invoke-UcConfirmedStep {
    <#
    .SYNOPSIS
    Runs the command of a step between two entries of the journal.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, $State)
    $forecast = Get-UcStepForecast -Command $Step['command'] -Reason $Run.Reason
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Started' -More (@{ before = (ConvertTo-UcStateText $State) } + $forecast)
    try {
        $left = Invoke-UcStepCommand -Command $Step['command'] -Reason $Run.Reason -ExpectedHash $forecast['sha256Before']
        if ($null -ne $Step['transition']) {
            $differences = @(Wait-UcStepState -Run $Run -Transition $Step['transition'] -Side 'after')
            if ($differences.Count -gt 0) { throw (Get-UcText -Key 'Plan_NotVerified' -Values ($differences -join '; ')) }
        }
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        $message = Get-UcFailureText $_ (Get-UcCause $_)
        Add-UcRunEntry -Run $Run -Step $Step -Event 'Failed' -More @{ message = $message }
        return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message $message
    }
    Add-UcRunEntry -Run $Run -Step $Step -Event 'Done' -More $left
    New-UcRunResult -Stage $Stage -Step $Step -Status 'Done' -Message ''
    Wait-UcSession -Run $Run -Command $Step['command']
}
