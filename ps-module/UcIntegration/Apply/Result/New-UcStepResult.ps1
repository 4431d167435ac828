function New-UcStepResult {
    <#
    .SYNOPSIS
    One step as the user sees it.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Stage, $Step, [string]$Status, [string]$Message)
    if ($null -eq $Step) { $Step = @{ number = $null; title = $null; rule = $null } }
    $result = New-UcResult -Number $Step['number'] -Status $Status -Title $Step['title'] -Message $Message
    foreach ($more in @(@('Shell', $Stage['shell']), @('Machine', $Stage['machine']), @('Rule', $Step['rule']))) {
        Add-Member -InputObject $result -MemberType NoteProperty -Name $more[0] -Value $more[1]
    }
    return $result
}
