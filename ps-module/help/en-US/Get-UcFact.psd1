@{
    Synopsis    = 'Collects facts about the integration from the management shells and this computer.'
    Description = @(
        'Collects facts from the Exchange Management Shell, the Lync Server or Skype for Business Server Management Shell and the computer itself, and returns an object for each shell of the session. The object contains a document (Json) that you can export, copy to another computer and check there together with documents from other computers.'
        'The first object of a session also contains the facts of the computer: registry, Web.config files of Outlook on the web, certificate stores, application pool, events, log folder, services and ports. If the session is neither of these shells, only those facts are collected.'
        'Collecting only reads. If a query fails, the others continue: the document then contains the error, and the property Unknown lists such queries. Queries that a version of Exchange does not support are omitted. Only the instant messaging settings of a Web.config are collected.'
        'Users are read only on request, with a few queries for many users.'
    )
    Parameters  = @{
        User     = 'The users to read as well: SMTP or SIP addresses. The wildcard * is accepted.'
        AllUsers = 'Reads all users: one query for mailboxes, one for client access settings and one for Lync users.'
        Shell    = 'The shells to collect from: Exchange, Lync or Local (this computer only). By default, all shells of the session.'
        Scenario = 'Collects only the facts that the rules of these scenarios require: Prerequisites, OwaIm, UnifiedMessaging or Hybrid. By default, all facts.'
        TestUser = 'The users (SIP addresses) whose mailboxes Test-CsExStorageConnectivity tests in the Lync shell. The test writes an item to the mailbox and deletes it, so it runs only for the users specified here.'
    }
    Globbing    = @('User')
    Examples    = @(
        @{
            Title   = 'Collect in the current shell'
            Code    = @'
Get-UcFact
'@
            Remarks = 'Shows the computer, the shell, the time, the number of queries, and the queries that failed.'
        }
        @{
            Title   = 'Show why a fact is unknown'
            Code    = @'
$fact = Get-UcFact
$fact.Unknown | Format-List
'@
            Remarks = 'Lists the queries that failed, each with its command and its error.'
        }
        @{
            Title   = 'Read some users'
            Code    = @'
Get-UcFact -User alice@contoso.com, bob@contoso.com | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Writes the facts with the mailbox, policy and Lync account of two users.'
        }
        @{
            Title   = 'Collect on several computers'
            Code    = @'
Invoke-Command -ComputerName EX01, EX02 { Import-Module UcIntegration; Get-UcFact -Shell Local } | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Each computer collects its own facts; the files are written here.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'An address of a user.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with a property User or PrimarySmtpAddress, such as a mailbox.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Computer, Shell, Time, Sections (the number of queries), Unknown (the queries that failed) and Json (the document).' }
    )
    Notes       = @(
        'Start the shell as administrator: other accounts cannot read the application pool and some events.'
    )
    Links       = @('Export-UcFact', 'Get-UcAppSetting', 'about_UcIntegration')
}
