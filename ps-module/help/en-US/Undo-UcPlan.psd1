@{
    Synopsis    = 'Undoes the steps of a plan that were applied in this shell and on this computer, last step first.'
    Description = @(
        'Reads the journals of the plan, undoes its steps in reverse order, and verifies after each one that the previous state is restored. Steps that activate a change, such as recycling an application pool, are repeated at the end.'
        'If a Web.config was not edited after the plan was applied, its previous content is restored byte for byte. Otherwise only the changes of the plan are undone. A setting that was changed later is not undone: the run stops and reports the difference.'
        'Steps whose state was already correct are not undone.'
    )
    Parameters  = @{
        Plan = 'The object that Get-UcPlan returned when the plan was created.'
        PlanPath = 'The plan file.'
        Force = 'Undoes the other steps even if a step cannot be undone.'
        WhatIf = 'Shows what would be undone. Nothing is changed.'
        Confirm = 'Prompts for confirmation before each step. Steps that interrupt users prompt by default if $ConfirmPreference is High; -Confirm:$false does not prompt.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Undo a plan'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json
'@
            Remarks = 'Reads the journals in the default folder.'
        }
        @{
            Title   = 'Undo in two shells'
            Code    = @'
Undo-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Run the command in the shell of the last stage first, then in the shell of the stage before it.'
        }
        @{
            Title   = 'Preview what would be undone'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Nothing is changed.'
        }
        @{
            Title   = 'Undo Enable-UcOwaIm'
            Code    = @'
$plan = Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -PassThru | Where-Object { $_.PSObject.TypeNames -contains 'UcIntegration.Plan' }
$plan | Undo-UcPlan
'@
            Remarks = 'The plan is returned before the results of its steps.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Objects from Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Undone, AlreadyCompliant, Unverified, WhatIf, Skipped, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
    )
    Notes       = @(
        'The journals are required: without them, no step is known to be applied, and nothing is undone.'
    )
    Links       = @('Invoke-UcPlan', 'Get-UcPlan', 'Restore-UcConfig', 'about_UcOwaIm', 'about_UcIntegration')
}
