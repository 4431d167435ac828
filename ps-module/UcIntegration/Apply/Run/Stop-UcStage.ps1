function Stop-UcStage {
    <#
    .SYNOPSIS
    Ends the run before a stage: the steps whose state has drifted, and one error that names them all.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    param([hashtable]$Run, [object[]]$Drifted, [long]$Number)
    $Run.Stopped = $true
    $Drifted
    $lines = foreach ($one in $Drifted) { Get-UcText -Key 'Plan_StepDrifted' -Values $one.Number, $one.Title, $one.Message }
    $text = Get-UcText -Key 'Plan_StageDrifted' -Values $Number, (@($lines) -join [Environment]::NewLine)
    [void]$Run.Errors.Add((New-UcErrorRecord -Id 'StepDrifted' -Message $text -Hint (Get-UcText -Key 'Plan_StepDrifted_Hint') -Target $Drifted[0].Title))
}
