@{
    Synopsis    = 'Collects facts and judges instant messaging in Outlook on the web in one go.'
    Description = @(
        'Collects what this shell and machine can tell, adds the documents that Fact names, and applies the rules of the scenario OwaIm. What only the other shell knows stays Unknown unless its document is given with Fact.'
    )
    Parameters  = @{
        Quiet = 'Puts out only True or False: True if no rule of severity Error fails or could not be judged.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Judge from the Exchange shell alone'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' }
'@
            Remarks = 'What the Lync shell would have to tell is Unknown.'
        }
        @{
            Title   = 'Add what the Lync shell told'
            Code    = @'
Test-UcOwaIm -Fact .\facts-fe01.contoso.com-Lync-*.json
'@
            Remarks = 'The file was written by Export-UcFact in the Lync shell.'
        }
        @{
            Title   = 'Check after a cumulative update'
            Code    = @'
if (-not (Test-UcOwaIm -Fact .\facts-*-Lync-*.json -Quiet)) { Enable-UcOwaIm -Fact .\facts-*-Lync-*.json }
'@
            Remarks = 'An update of Exchange 2013 removes the settings from Web.config; Enable-UcOwaIm brings them back.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Documents of facts: paths, files or objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Inference and Collect.' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Nothing is changed.'
    )
    Links       = @('Test-UcIntegration', 'Enable-UcOwaIm', 'about_UcIntegration')
}
