function New-UcRunResult {
    <#
    .SYNOPSIS
    The result of a step whose command ran.

    .DESCRIPTION
    Where nothing shows that it did its work, the result says so.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Stage, [hashtable]$Step, [string]$Status, [string]$Message)
    if ($null -eq $Step['transition'] -and (Test-UcSilentCommand $Step['command'])) {
        $Status = 'Unverified'
        $Message = Get-UcText -Key 'Plan_Unverified' -Values (@($Step['verifiedBy']) -join ', ')
    }
    New-UcStepResult -Stage $Stage -Step $Step -Status $Status -Message $Message
}
