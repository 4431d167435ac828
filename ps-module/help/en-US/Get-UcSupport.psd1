@{
    Synopsis    = 'Shows which versions of Exchange and Lync are compatible for each feature.'
    Description = @(
        'Not every combination of versions supports every feature. This command shows what the documentation states for each combination, with its condition and its source. NotSaid means that the documentation does not state anything, neither yes nor no. No server is contacted.'
    )
    Parameters  = @{
        Lync = 'Only this version of Skype for Business Server (SE, 2019, 2015), Lync Server (2013, 2010) or Office Communications Server (2007R2).'
        Exchange = 'Only this version of Exchange Server, SE for the subscription edition, or Online for Exchange Online.'
        Feature = 'Only this feature. OnlineOwaIm and OnlineUnifiedMessaging apply to mailboxes in Exchange Online.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Show what two versions support'
            Code    = @'
Get-UcSupport -Lync SE -Exchange SE
'@
            Remarks = 'One row for each feature of the servers.'
        }
        @{
            Title   = 'Find a version for instant messaging'
            Code    = @'
Get-UcSupport -Feature OwaIm | Where-Object { $_.Supported -eq 'Yes' }
'@
            Remarks = 'All combinations of versions that support it.'
        }
        @{
            Title   = 'Plan a migration to Exchange Online'
            Code    = @'
Get-UcSupport -Lync SE -Exchange Online | Format-List
'@
            Remarks = 'Shows notes and sources in full.'
        }
    )
    Inputs      = @(
        @{ Type = 'None'; Text = 'Nothing.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Support'; Text = 'Feature, Lync, Exchange, Supported (Yes, No or NotSaid), Note and Sources.' }
    )
    Notes       = @(
        'Sources are pages of Microsoft, each with Title (in English) and Url. Test-UcIntegration checks versions against the same table.'
    )
    Links       = @('Get-UcRule', 'Test-UcIntegration', 'about_UcIntegration')
}
