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
    $folder = Get-UcJournalFolder -Cmdlet $Cmdlet -Path $JournalPath
    if (-not $folder) { return }
    if ($Text.Count -eq 0 -and @(Get-UcShell) -notcontains 'Exchange') { Stop-UcWithoutServer -Cmdlet $Cmdlet }
    $own = @(Get-UcOwnFactText -Cmdlet $Cmdlet -Scenario 'OwaIm')
    $request = New-UcEstateRequest -Text ($own + $Text) -Scenario 'OwaIm' -Now (Get-Date) -Setting $Setting
    $answer = Invoke-UcEstateRequest -Cmdlet $Cmdlet -Function 'uc_plan_make' -Request $request
    $plan = New-UcPlanObject -Body $answer.Body -Json $answer.Json
    if ($PassThru) { $plan }
    Write-UcPlanOpen -Plan $plan
    Write-UcPlanChoice -Plan $plan
    if (-not $Setting['disable']) { Assert-UcPlanChoice -Cmdlet $Cmdlet -Plan $plan }
    if ($plan.Steps -eq 0) {
        Write-Verbose -Message (Get-UcText -Key 'OwaIm_NothingToDo')
        return
    }
    try {
        $run = New-UcRun -Cmdlet $Cmdlet -Plan (Read-UcPlan -Cmdlet $Cmdlet -Plan $plan) -Folder $folder -Force $Force
    } catch {
        $Cmdlet.ThrowTerminatingError((Get-UcThrown $_))
    }
    Invoke-UcStageList -Run $run
}
