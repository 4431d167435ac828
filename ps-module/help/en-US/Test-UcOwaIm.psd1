@{
    Synopsis    = 'Collects facts and checks instant messaging in Outlook on the web.'
    Description = @(
        'Collects the facts of this shell and computer, adds the facts of the parameter Fact, and applies the rules of the scenario OwaIm. Facts of the other shell are Unknown unless you specify them with Fact.'
    )
    Parameters  = @{
        Quiet = 'Returns only True or False: True if no rule of severity Error fails or is unknown. Advisories do not count.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Check from the Exchange Management Shell only'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory }
'@
            Remarks = 'The facts of the Lync shell are Unknown.'
        }
        @{
            Title   = 'Add the facts of the Lync shell'
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
            Remarks = 'An update of Exchange 2013 removes the settings from Web.config; Enable-UcOwaIm restores them.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Facts: file paths, files or objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Advisory, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Interpretation and Collect.' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Nothing is changed.'
    )
    Links       = @('Test-UcIntegration', 'Enable-UcOwaIm', 'about_UcIntegration')
}
