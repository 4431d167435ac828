function Skip-UcStep {
    <#
    .SYNOPSIS
    A step that was not confirmed stops the run; one that was only shown counts as run for the steps that follow it.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [hashtable]$Stage, [hashtable]$Step, [string]$Event)
    if (-not $WhatIfPreference) {
        $Run.Stopped = $true
        return New-UcStepResult -Stage $Stage -Step $Step -Status 'Skipped' -Message (Get-UcText -Key 'Plan_Declined')
    }
    $time = [datetime]::UtcNow.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    Add-UcProgress -Progress $Run.Progress -Entry @{ event = $Event; number = $Step['number']; time = $time }
    New-UcStepResult -Stage $Stage -Step $Step -Status 'WhatIf' -Message $Step['interrupts']
}
