@{
    Synopsis    = 'Applies the steps of a plan for this shell and computer, in order.'
    Description = @(
        'Reads the plan, verifies that it contains only allowed commands, and runs the stages for this shell and computer in order. Before a stage begins, the states of all its steps are checked: if one has changed since the plan was created, no step of the stage is run, and the error names each of these steps. The state is compared with the expected state again before and after each step. A step whose state is already correct is skipped; a changed state or a failed step stops the run.'
        'A journal records which steps were started and completed; it is written to disk before each command. The same command continues where an earlier one stopped, also after a crash or a restart, and Undo-UcPlan uses the journal to undo the steps.'
        'Apply the stages of other shells and computers there, with the same -JournalPath on a share. The command waits for an earlier stage of the plan that is not completed yet.'
    )
    Parameters  = @{
        Plan = 'An object from Get-UcPlan.'
        PlanPath = 'The plan file, written by Export-UcPlan.'
        Force = 'Continues even if the journals do not show that earlier stages were completed elsewhere.'
        WhatIf = 'Shows the steps that would be run. Nothing is changed, and no journal is written.'
        Confirm = 'Prompts for confirmation before each step. Steps that interrupt users prompt by default if $ConfirmPreference is High; -Confirm:$false does not prompt.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Preview the steps'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Shows the steps for this shell and computer, with what each one interrupts.'
        }
        @{
            Title   = 'Apply in two shells with one journal'
            Code    = @'
Invoke-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Run the same command in the Lync shell and then in the Exchange Management Shell: the journal on the share shows the second shell where the first one ended.'
        }
        @{
            Title   = 'Apply without prompts and store the failed steps'
            Code    = @'
$results = Get-UcPlan -Fact .\facts-*.json | Invoke-UcPlan -Confirm:$false
$results | Where-Object { $_.Status -eq 'Failed' -or $_.Status -eq 'Drifted' }
'@
            Remarks = 'After the cause is fixed, the same plan continues at that step.'
        }
        @{
            Title   = 'Continue without the journal of another computer'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Force
'@
            Remarks = 'Use this only if you know that the earlier stages are completed.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Objects from Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
    )
    Notes       = @(
        'Recycling the application pool of Outlook on the web signs its users out. Such steps show a message and prompt for confirmation.'
        'A plan cannot run a command that the module does not allow, whoever wrote the file.'
    )
    Links       = @('Get-UcPlan', 'Undo-UcPlan', 'Export-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
