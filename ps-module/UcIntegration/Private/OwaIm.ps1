# The everyday job in one call: a plan from what this shell and other documents tell, what people should know of it, and
# its steps. Decides nothing: what is done, and with which pool and certificate, stands in the plan.

# Makes the plan and applies what belongs here; puts out the plan first with PassThru, then the results of the steps.
function Invoke-UcOwaIm {
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

# What the plan leaves to a person. One missing fact keeps several rules from being judged, and is told once.
function Write-UcPlanOpen {
    param($Plan)
    foreach ($group in ($Plan.Open | Group-Object -Property Message, Remedy)) {
        $one = $group.Group[0]
        $rules = @($group.Group | ForEach-Object { ($_.Rule + ' ' + $_.Target).Trim() } | Select-Object -Unique) -join ', '
        Write-Warning -Message (Get-UcText -Key 'OwaIm_Open' -Values $rules, $one.Message, $one.Remedy)
    }
}

# Which pool and certificate the plan works with, and why: a warning where nobody could say, or look it up.
function Write-UcPlanChoice {
    param($Plan)
    foreach ($choice in $Plan.Choices) {
        $values = $choice.Setting, $choice.Server, $choice.Value, $choice.Reason
        switch ($choice.How) {
            'Open' { Write-Warning -Message (Get-UcText -Key 'OwaIm_ChoiceOpen' -Values $choice.Setting, $choice.Server, $choice.Reason) }
            'Picked' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoicePicked' -Values $values) }
            'Kept' { Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoiceKept' -Values $values) }
            'Given' {
                Write-Verbose -Message (Get-UcText -Key 'OwaIm_ChoiceGiven' -Values $values)
                if ($choice.Reason) { Write-Warning -Message (Get-UcText -Key 'OwaIm_ChoiceUnchecked' -Values $values) }
            }
        }
    }
}

# Ends the call where no server, or for none of them a pool, is known: the rest of the job would join nothing.
function Assert-UcPlanChoice {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, $Plan)
    $pools = @($Plan.Choices | Where-Object { $_.Setting -eq 'IMServerName' })
    if ($pools.Count -eq 0) { Stop-UcWithoutServer -Cmdlet $Cmdlet }
    if (@($pools | Where-Object { $_.How -ne 'Open' }).Count -eq 0) {
        $Cmdlet.ThrowTerminatingError((New-UcOwnErrorRecord -Id 'PoolUnknown' -Key 'OwaIm_PoolUnknown' -Values $pools[0].Reason -Target $pools[0].Server -WithHint))
    }
}

# Without a server a plan has no steps, which must not look like a job that is done.
function Stop-UcWithoutServer {
    param([System.Management.Automation.PSCmdlet]$Cmdlet)
    $Cmdlet.ThrowTerminatingError((New-UcOwnErrorRecord -Id 'ServerUnknown' -Key 'OwaIm_ServerUnknown' -WithHint))
}
