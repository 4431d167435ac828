function Invoke-UcStage {
    <#
    .SYNOPSIS
    Applies the steps of one stage, with its journal open.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [string]$Activity)
    Open-UcRunJournal -Run $Run -Stage $Stage
    try {
        Assert-UcStageState -Run $Run -Stage $Stage
        foreach ($step in $Stage['steps']) {
            if ($Run.Stopped) { break }
            Write-Progress -Activity $Activity -Status $step['title'] -PercentComplete ([Math]::Min(100, 100 * ($step['number'] - 1) / $Run.Steps.Count))
            Invoke-UcStep -Run $Run -Stage $Stage -Step $step
        }
    } finally {
        if ($null -ne $Run.Journal) { $Run.Journal.Stream.Close() }
        $Run.Journal = $null
    }
}
