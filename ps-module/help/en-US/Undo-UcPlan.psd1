@{
    Synopsis    = 'Takes back what was done of a plan in this shell and on this machine, last step first.'
    Description = @(
        'Reads the journals of the plan, takes its steps back in reverse order, and looks after each one whether the old state is there again. Steps that let a change take effect, such as the recycling of an application pool, are repeated at the end.'
        'A Web.config that nobody has edited since the plan was applied becomes byte for byte what it was. One that was edited loses only what the plan put there. A setting that somebody has changed since is not touched: the run stops and says what it found.'
        'Steps that found their state already right are not taken back.'
    )
    Parameters  = @{
        Plan = 'The object that Get-UcPlan put out when the plan was made.'
        PlanPath = 'The file of the plan.'
        Force = 'A step that cannot be taken back does not keep the others from it.'
        WhatIf = 'Shows what would be taken back, and changes nothing.'
        Confirm = 'Asks before each step. Steps that interrupt users ask without it if $ConfirmPreference is High; -Confirm:$false asks nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Take a plan back'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json
'@
            Remarks = 'Reads the journals in the default folder.'
        }
        @{
            Title   = 'Take back in two shells'
            Code    = @'
Undo-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Run it first in the shell of the last stage, then in that of the stage before.'
        }
        @{
            Title   = 'See first what it would do'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Nothing is changed.'
        }
        @{
            Title   = 'Take back what Enable-UcOwaIm did'
            Code    = @'
$plan = Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -PassThru | Where-Object { $_.PSObject.TypeNames -contains 'UcIntegration.Plan' }
$plan | Undo-UcPlan
'@
            Remarks = 'The plan comes out before the results of its steps.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'The objects of Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Undone, AlreadyCompliant, Unverified, WhatIf, Skipped, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
    )
    Notes       = @(
        'The journals must be there: without them nothing is known to have been done, and nothing is taken back.'
    )
    Links       = @('Invoke-UcPlan', 'Get-UcPlan', 'Restore-UcConfig', 'about_UcOwaIm', 'about_UcIntegration')
}
