@{
    Synopsis    = 'Shows the rules that check an integration.'
    Description = @(
        'Each rule has a stable ID, a severity, the versions that it applies to, a condition with its explanation, a remedy, and its source in the documentation. If a rule goes beyond the documentation, Interpretation describes the difference.'
    )
    Parameters  = @{
        Id = 'The IDs of rules. Wildcards are accepted. By default, all rules. Findings from the pipeline are accepted.'
        Scenario = 'Only the rules of this scenario.'
        Symptom = 'What you see: words of a message, the number of an event, what does not work, in English or French. The best matches come first. If no rule explains it, an error says so.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Show one rule'
            Code    = @'
Get-UcRule OWA-IM-THUMBPRINT | Format-List
'@
            Remarks = 'Shows its explanation, remedy and source.'
        }
        @{
            Title   = 'List the rules about trusted application servers'
            Code    = @'
Get-UcRule -Id TAP*
'@
            Remarks = 'Wildcards are accepted.'
        }
        @{
            Title   = 'Explain failed findings'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' } | Get-UcRule | Format-List Id, Explanation, Sources
'@
            Remarks = 'Each finding contains the ID of its rule.'
        }
        @{
            Title   = 'Find rules by a message or an event'
            Code    = @'
Get-UcRule -Symptom 'The peer is not a configured server' | Format-List Id, Symptom, Explanation, Remedy
Get-UcRule -Symptom 'event 112'
'@
            Remarks = 'Case does not matter, and words that are not in any symptom, such as names of servers, are tolerated.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'IDs of rules.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Rule'; Text = 'Id, Kind, Severity, Scenario, Role, Exchange, Lync, Title, Explanation, Remedy, Symptom, Interpretation, Sources, After, Fact, Command and Fixable.' }
    )
    Notes       = @(
        'Sources are pages of Microsoft, each with Title (in English) and Url; the page opens in the language of the browser.'
    )
    Links       = @('Test-UcIntegration', 'about_UcIntegration')
}
