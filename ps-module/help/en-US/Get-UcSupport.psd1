@{
    Synopsis    = 'Shows which versions of Exchange and Lync go together for which feature.'
    Description = @(
        'The products do not support every feature between every two of their versions. This is what the documents of the products say, cell by cell, each with its condition and its source. NotSaid means that no document that was read says anything; it is neither a yes nor a no. No server is asked.'
    )
    Parameters  = @{
        Lync = 'Only this version of Lync Server (2010, 2013), Skype for Business Server (2015, 2019) or Office Communications Server (2007R2).'
        Exchange = 'Only this version of Exchange Server, or Online for Exchange Online.'
        Feature = 'Only this feature. OnlineOwaIm and OnlineUnifiedMessaging are those of mailboxes in Exchange Online.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'See what two versions can do'
            Code    = @'
Get-UcSupport -Lync 2015 -Exchange 2016
'@
            Remarks = 'One row for each feature of servers.'
        }
        @{
            Title   = 'Find a version for instant messaging'
            Code    = @'
Get-UcSupport -Feature OwaIm | Where-Object { $_.Supported -eq 'Yes' }
'@
            Remarks = 'Every pair of versions between which it is supported.'
        }
        @{
            Title   = 'Plan a move to Exchange Online'
            Code    = @'
Get-UcSupport -Lync 2019 -Exchange Online | Format-List
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
        'Sources are pages of Microsoft, each with Title (in English) and Url. Test-UcIntegration judges the versions that it finds by the same table.'
    )
    Links       = @('Get-UcRule', 'Test-UcIntegration', 'about_UcIntegration')
}
