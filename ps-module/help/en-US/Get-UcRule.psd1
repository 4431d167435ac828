@{
    Synopsis    = 'Shows the rules that an integration is judged by.'
    Description = @(
        'Each rule has a stable id, a severity, the versions it is about, what it demands and why, what to do about a breach, and the line of the document that it is taken from. Where a rule goes beyond what a document says, Inference tells so.'
    )
    Parameters  = @{
        Id = 'The ids of rules; wildcards are accepted. All rules if it is left out. Findings may come through the pipeline.'
        Scenario = 'Only the rules of this scenario.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Read one rule'
            Code    = @'
Get-UcRule OWA-IM-THUMBPRINT | Format-List
'@
            Remarks = 'Shows its explanation, remedy and source.'
        }
        @{
            Title   = 'List the rules on known servers'
            Code    = @'
Get-UcRule -Id TAP*
'@
            Remarks = 'Wildcards are accepted.'
        }
        @{
            Title   = 'Explain what fails'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' } | Get-UcRule | Format-List Id, Explanation, Sources
'@
            Remarks = 'Findings carry the id of their rule.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Ids of rules.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Rule'; Text = 'Id, Kind, Severity, Scenario, Role, Exchange, Lync, Title, Explanation, Remedy, Inference, Sources, After, Fact, Command and Mendable.' }
    )
    Notes       = @(
        'Sources are pages of Microsoft, each with Title (in English) and Url; the page opens in the language of the browser.'
    )
    Links       = @('Test-UcIntegration', 'about_UcIntegration')
}
