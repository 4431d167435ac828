@{
    Synopsis    = 'Configures or repairs instant messaging and presence in Outlook on the web, with one command on each Mailbox server.'
    Description = @(
        'Collects the facts of this shell and computer, adds the facts of the parameter Fact, creates the plan of the scenario OwaIm, and applies the steps for this shell and computer. On Exchange SE, 2019 and 2016, the pool and the certificate are written to a setting override; on Exchange 2013, to the Web.config of the server where the command runs.'
        'If everything is configured, the command does nothing and returns nothing. After a cumulative update that removed the settings, the same command restores them and changes nothing else.'
        'With Verbose, it shows for each server the pool and the certificate, and why they are used. What the plan cannot fix is written as warnings. Without facts of the Lync shell, specify the pool; a warning then states that it could not be verified.'
        'The command does not change other computers (Web.config, application pools): run it on each Mailbox server in turn, with the same JournalPath. Without facts of the other Mailbox servers, their Web.config is unknown; a warning names each of these servers, and nothing is changed there.'
        'The status Waiting names a stage for another shell or computer that is not completed according to the journals: run the same command there. If that stage comes first, nothing is done here before it; if it comes later, this computer is finished. Facts that were collected on another Mailbox server before its turn make the command wait for completed steps: omit these facts, collect them again, or use Force.'
    )
    Parameters  = @{
        Fact = 'The facts of the other shell: file paths (wildcards are accepted), files from Get-ChildItem, or objects from Get-UcFact.'
        Force = 'Continues even if the journals do not show that earlier stages of the plan were completed elsewhere.'
        PassThru = 'Returns the plan before the results, with Decisions, Unresolved and Json.'
        WhatIf = 'Shows the steps that would be run. Nothing is changed.'
        Confirm = 'Prompts for confirmation before each step. Steps that interrupt users prompt by default if $ConfirmPreference is High; -Confirm:$false does not prompt.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Repair after a cumulative update'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json
'@
            Remarks = 'Run this command in the Exchange Management Shell on each Mailbox server in turn, with the file that Export-UcFact wrote in the Lync shell. If there is nothing to do, the command returns nothing.'
        }
        @{
            Title   = 'Preview the pool and the certificate'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Verbose -WhatIf
'@
            Remarks = 'Shows the reasons and the steps that would be run.'
        }
        @{
            Title   = 'Without facts of the Lync shell'
            Code    = @'
Enable-UcOwaIm -IMServerName pool.contoso.com
'@
            Remarks = 'The pool is not verified in Lync.'
        }
        @{
            Title   = 'Use a renewed certificate'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'It must be installed on the server, and assigned to IIS on Exchange SE, 2019 and 2016.'
        }
        @{
            Title   = 'One server, with the plan for your records'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Server ex01.contoso.com -PassThru -JournalPath \\files\change\journal
'@
            Remarks = 'The plan is returned first; Export-UcPlan can write it to a file.'
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
        'To undo the changes, use Undo-UcPlan with the plan that PassThru returns.'
    )
    Links       = @('Disable-UcOwaIm', 'Test-UcOwaIm', 'Get-UcPlan', 'Invoke-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
