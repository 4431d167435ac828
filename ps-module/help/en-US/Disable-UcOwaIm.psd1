@{
    Synopsis    = 'Disables instant messaging in Outlook on the web.'
    Description = @(
        'Collects the facts of this shell and computer, adds the facts of the parameter Fact, creates the plan that disables instant messaging on the OWA virtual directories, and applies the steps for this shell and computer.'
        'Use it in an organization without Lync, or that stops using Lync: if instant messaging is enabled without Lync, users see empty presence icons and an error at each sign-in. If it is already disabled, the command does nothing and returns nothing.'
    )
    Parameters  = @{
        Fact = 'Additional facts: file paths (wildcards are accepted), files from Get-ChildItem, or objects from Get-UcFact.'
        Force = 'Continues even if the journals do not show that earlier stages of the plan were completed elsewhere.'
        PassThru = 'Returns the plan before the results.'
        WhatIf = 'Shows the steps that would be run. Nothing is changed.'
        Confirm = 'Prompts for confirmation before each step. Steps that interrupt users prompt by default if $ConfirmPreference is High; -Confirm:$false does not prompt.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Disable it on all servers'
            Code    = @'
Disable-UcOwaIm
'@
            Remarks = 'Run this command in the Exchange Management Shell.'
        }
        @{
            Title   = 'Preview the changes'
            Code    = @'
Disable-UcOwaIm -WhatIf
'@
            Remarks = 'Nothing is changed.'
        }
        @{
            Title   = 'On one server only'
            Code    = @'
Disable-UcOwaIm -Server ex01.contoso.com
'@
            Remarks = 'The other servers are not changed.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Facts: file paths, files or objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
        @{ Type = 'UcIntegration.Plan'; Text = 'With PassThru, the plan first; its property Decisions shows the pool and the certificate.' }
    )
    Notes       = @(
        'Enable-UcOwaIm enables it again.'
    )
    Links       = @('Enable-UcOwaIm', 'Get-UcPlan', 'Undo-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
