function Assert-UcStageState {
    <#
    .SYNOPSIS
    Looks at all steps of a stage before the first one runs.

    .DESCRIPTION
    A plan that is older than the estate does no half of its work.
    A step that changes what an earlier one changes as well is looked at when its turn comes.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage)
    $due = @{}
    $drifted = New-Object System.Collections.ArrayList
    foreach ($step in $Stage['steps']) {
        if ($null -eq $step['transition']) { continue }
        $object = ConvertTo-UcJson $step['transition']['probe']
        if ($due.ContainsKey($object)) { continue }
        try {
            $place = Find-UcStepState -Run $Run -Transition $step['transition'] -Expected 'before'
        } catch [System.Management.Automation.PipelineStoppedException] {
            throw
        } catch {
            return Stop-UcRun -Run $Run -Stage $Stage -Step $step -Status 'Failed' -Message (Get-UcCause $_)
        }
        if ($place.Side -eq 'before') { $due[$object] = $true }
        if ($place.Side -eq 'other') { [void]$drifted.Add((New-UcStepResult -Stage $Stage -Step $step -Status 'Drifted' -Message ($place.Differences -join '; '))) }
    }
    if ($drifted.Count -gt 0) { Stop-UcStage -Run $Run -Drifted $drifted.ToArray() -Number $Stage['number'] }
}
