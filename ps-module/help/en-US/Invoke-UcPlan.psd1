@{
    Synopsis    = 'Applies the steps of a plan that belong to this shell and machine, one after the other.'
    Description = @(
        'Reads the plan, checks that it holds only commands that a plan may have, and runs the stages of this shell and machine in their order. Before a stage begins it looks at the states of all its steps: if one has moved on since the plan was made, no step of the stage is run, and the error names each that has. Before each step it compares the state once more with the one that the plan was made for, and after it with the one that was wanted. A step whose state is already right is passed over; one whose state has moved on stops the run, and so does one that fails.'
        'A journal keeps what was begun and what was done, and is on the disk before each command. The same call goes on where an earlier one stopped, also after a crash or a restart, and Undo-UcPlan takes back from the journal.'
        'Stages of other shells and machines have to be done there, with the same -JournalPath on a share. A stage that comes earlier in the plan and is not done yet is waited for.'
    )
    Parameters  = @{
        Plan = 'The object that Get-UcPlan puts out.'
        PlanPath = 'The file of a plan, written by Export-UcPlan.'
        Force = 'Goes on although the journals do not say that earlier stages were done elsewhere.'
        WhatIf = 'Shows the steps that would be run, changes nothing and keeps no journal.'
        Confirm = 'Asks before each step. Steps that interrupt users ask without it if $ConfirmPreference is High; -Confirm:$false asks nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'See what would happen'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Shows the steps of this shell and machine, with what each one interrupts.'
        }
        @{
            Title   = 'Apply in two shells with one journal'
            Code    = @'
Invoke-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Run the same line in the Lync shell and then in the Exchange shell: the journal on the share tells the second where the first one ended.'
        }
        @{
            Title   = 'Apply without questions and keep what failed'
            Code    = @'
$results = Get-UcPlan -Fact .\facts-*.json | Invoke-UcPlan -Confirm:$false
$results | Where-Object { $_.Status -eq 'Failed' -or $_.Status -eq 'Drifted' }
'@
            Remarks = 'After the cause is mended, the same plan goes on from that step.'
        }
        @{
            Title   = 'Go on where the journal of another machine is not at hand'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Force
'@
            Remarks = 'Only if you know that the earlier stages are done.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'The objects of Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
    )
    Notes       = @(
        'Recycling the application pool of Outlook on the web signs its users out. Such steps say so and ask.'
        'A plan cannot run a command that the module does not know, whoever wrote the file.'
    )
    Links       = @('Get-UcPlan', 'Undo-UcPlan', 'Export-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
