function Invoke-UcOwaIm {
    <#
    .SYNOPSIS
    Makes the plan and applies what belongs here; puts out the plan first with PassThru, then the results of the
    steps.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.StepResult')]
    [OutputType('UcIntegration.Plan')]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [object[]]$Text, [hashtable]$Setting, [string]$JournalPath, [bool]$Force, [bool]$PassThru)
    $folder = Get-UcJournalFolder -Session $Cmdlet.SessionState -Path $JournalPath
    if ($Text.Count -eq 0 -and @(Get-UcShell) -notcontains 'Exchange') { Stop-UcWithoutServer }
    $own = @(Get-UcOwnFactText -Scenario 'OwaIm')
    $request = New-UcEstateRequest -Text ($own + $Text) -Scenario 'OwaIm' -Now (Get-Date) -Setting $Setting
    $answer = Invoke-UcCheckedRequest -Function 'uc_plan_create' -Request $request
    $plan = New-UcPlanObject -Body $answer.Body -Json $answer.Json
    if ($PassThru) { $plan }
    Write-UcUnresolvedFinding -Plan $plan
    Write-UcPlanDecision -Plan $plan
    if (-not $Setting['disable']) { Assert-UcPlanDecision -Plan $plan }
    if ($plan.Steps -eq 0) {
        Write-Verbose -Message (Get-UcText -Key 'OwaIm_NothingToDo')
        return
    }
    $run = New-UcRun -Cmdlet $Cmdlet -Plan (Read-UcPlan -Session $Cmdlet.SessionState -Plan $plan) -Folder $folder -Force $Force
    try { Invoke-UcStageList -Run $run } finally { Write-UcRunError -Cmdlet $Cmdlet -Run $run }
}
