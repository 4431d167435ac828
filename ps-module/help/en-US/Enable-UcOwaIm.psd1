@{
    Synopsis    = 'Makes instant messaging and presence work in Outlook on the web, or repairs them, in one command on each Mailbox server.'
    Description = @(
        'Collects what this shell and machine can tell, adds the documents that Fact names, makes the plan of the scenario OwaIm, and applies what belongs to this shell and machine. On Exchange 2013 the pool and the certificate are written to Web.config of the server on which the command runs; on Exchange 2016 and 2019 to a setting override.'
        'Where everything is as it should be, nothing is done and nothing is put out. After a cumulative update that took the settings away, the same command brings them back and touches nothing else.'
        'With Verbose it says for each server which pool and certificate it works with, and why. What the plan leaves to a person is written as warnings. Without facts of the Lync shell the pool must be named, and a warning says that nobody looked it up.'
        'What stands on other machines (Web.config, application pools) it does not change: run it on each Mailbox server in turn, with the same JournalPath. With the facts of the Lync shell alone nothing is known of the Web.config of other servers; a warning names each of them, and nothing is done there.'
        'Waiting means that the plan has a stage for another shell or machine of which no journal here says that it is done, and names it: run the same command there. Where that stage comes first, nothing is done here before it; where it comes after, this machine is finished. Facts that were collected on another Mailbox server before its turn make the command wait for what is done already: leave them out or collect again, or use Force.'
    )
    Parameters  = @{
        Fact = 'Documents of facts of the other shell: paths of files (wildcards are accepted), files from Get-ChildItem, or objects of Get-UcFact.'
        Force = 'Goes on although the journals do not say that earlier stages of the plan were done elsewhere.'
        PassThru = 'Puts the plan out before the results, with Choices, Open and Json.'
        WhatIf = 'Shows the steps that would be run, and changes nothing.'
        Confirm = 'Asks before each step. Steps that interrupt users ask without it if $ConfirmPreference is High; -Confirm:$false asks nothing.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Repair after a cumulative update'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json
'@
            Remarks = 'Run in the Exchange shell on each Mailbox server in turn, with the file that Export-UcFact wrote in the Lync shell. Nothing is put out where nothing is left to do.'
        }
        @{
            Title   = 'See which pool and certificate would be used'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Verbose -WhatIf
'@
            Remarks = 'Says why, and what would be done.'
        }
        @{
            Title   = 'Without facts of the Lync shell'
            Code    = @'
Enable-UcOwaIm -IMServerName pool.contoso.com
'@
            Remarks = 'The name is not looked up on the side of Lync.'
        }
        @{
            Title   = 'Go over to a renewed certificate'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'It must be installed on the server, and assigned to IIS on Exchange 2016 and 2019.'
        }
        @{
            Title   = 'One server, and the plan for the records'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Server ex01.contoso.com -PassThru -JournalPath \\files\change\journal
'@
            Remarks = 'The plan comes first; Export-UcPlan can write it.'
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
        'What was done can be taken back with Undo-UcPlan and the plan that PassThru puts out.'
    )
    Links       = @('Disable-UcOwaIm', 'Test-UcOwaIm', 'Get-UcPlan', 'Invoke-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
