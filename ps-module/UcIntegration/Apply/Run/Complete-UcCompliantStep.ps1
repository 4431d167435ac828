function Complete-UcCompliantStep {
    <#
    .SYNOPSIS
    A step whose state is there already.

    .DESCRIPTION
    One that was begun and not ended in the journal was ended by that run.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step)
    $progress = Get-UcStepProgress -Run $Run -Number $Step['number']
    if ($null -ne $Run.Journal) {
        if ($progress.Started -and -not $progress.Done) {
            Add-UcRunEntry -Run $Run -Step $Step -Event 'Done'
        } elseif (@('Done', 'AlreadyCompliant') -notcontains $progress.Event) {
            Add-UcRunEntry -Run $Run -Step $Step -Event 'AlreadyCompliant'
        }
    }
    return New-UcStepResult -Stage $Stage -Step $Step -Status 'AlreadyCompliant' -Message ''
}
