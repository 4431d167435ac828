@{
    Synopsis    = 'Switches instant messaging off in Outlook on the web.'
    Description = @(
        'Collects what this shell and machine can tell, adds the documents that Fact names, makes the plan that switches instant messaging off in the OWA virtual directories, and applies what belongs to this shell and machine.'
        'It is for an organisation that has no Lync, or that gives it up: while instant messaging is on and joined with nothing, users see empty icons and an error at each sign-in. Where it is off already, nothing is done and nothing is put out.'
    )
    Parameters  = @{
        Fact = 'More documents of facts: paths of files (wildcards are accepted), files from Get-ChildItem, or objects of Get-UcFact.'
        Force = 'Goes on although the journals do not say that earlier stages of the plan were done elsewhere.'
        PassThru = 'Puts the plan out before the results.'
        WhatIf = 'Shows the steps that would be run, and changes nothing.'
        Confirm = 'Asks before each step. Steps that interrupt users ask without it if $ConfirmPreference is High; -Confirm:$false asks nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Switch it off everywhere'
            Code    = @'
Disable-UcOwaIm
'@
            Remarks = 'Run in the Exchange shell.'
        }
        @{
            Title   = 'See first what would be changed'
            Code    = @'
Disable-UcOwaIm -WhatIf
'@
            Remarks = 'Nothing is changed.'
        }
        @{
            Title   = 'Only on one server'
            Code    = @'
Disable-UcOwaIm -Server ex01.contoso.com
'@
            Remarks = 'The other servers stay as they are.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Documents of facts: paths, files or objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule and Message.' }
        @{ Type = 'UcIntegration.Plan'; Text = 'With PassThru, first: the plan, whose property Choices says which pool and certificate it works with.' }
    )
    Notes       = @(
        'Enable-UcOwaIm switches it on again.'
    )
    Links       = @('Enable-UcOwaIm', 'Get-UcPlan', 'Undo-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
