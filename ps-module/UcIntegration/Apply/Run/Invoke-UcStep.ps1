function Invoke-UcStep {
    <#
    .SYNOPSIS
    Applies one step and puts out its result.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    try {
        $transition = $Step['transition']
        $place = @{ Side = 'before'; State = $null }
        if ($null -ne $transition) {
            $place = Find-UcStepState -Run $Run -Transition $transition -Expected 'before'
        } elseif (-not (Test-UcDue -Run $Run -Step $Step)) {
            if ($null -ne $Run.Journal -and -not (Get-UcStepProgress -Run $Run -Number $Step['number']).Done) { Add-UcRunEntry -Run $Run -Step $Step -Event 'Skipped' }
            return New-UcStepResult -Stage $Stage -Step $Step -Status 'Skipped' -Message (Get-UcText -Key 'Plan_NothingFollowed')
        }
        if ($place.Side -eq 'after') { return Complete-UcCompliantStep -Run $Run -Stage $Stage -Step $Step }
        if ($place.Side -eq 'other') {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Drifted' -Message ($place.Differences -join '; ')
        }
        if (-not (Confirm-UcStep -Run $Run -Step $Step -Title $Step['title'])) {
            return Skip-UcStep -Run $Run -Stage $Stage -Step $Step -Event 'Done'
        }
        Invoke-UcConfirmedStep -Run $Run -Stage $Stage -Step $Step -State $place.State
    } catch [System.Management.Automation.PipelineStoppedException] {
        throw
    } catch {
        Stop-UcRun -Run $Run -Stage $Stage -Step $Step -Status 'Failed' -Message (Get-UcCause $_)
    }
}
