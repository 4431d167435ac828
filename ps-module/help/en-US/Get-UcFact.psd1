@{
    Synopsis    = 'Collects what the management shells and this machine can tell about the integration.'
    Description = @(
        'Asks the Exchange Management Shell, the Lync Server or Skype for Business Server Management Shell and the machine itself what matters for the integration, and puts out one object for each shell of the session. The object holds a document (Json) that can be exported, taken to another machine and judged there together with documents of other machines.'
        'The first object of a session also holds the facts of the machine: registry, Web.config files of Outlook on the web, certificate stores, application pool, events, log folder, services and ports. In a session that is neither shell, only those are collected.'
        'Collecting only reads. A question that fails does not end it: the document then says that the answer is unknown and why, and the property Unknown lists such questions. What a version of Exchange does not have is not asked. Of a Web.config, only the settings of instant messaging are taken.'
        'Users are read only if they are asked for, with a few queries for many users.'
    )
    Parameters  = @{
        User     = 'The users to read as well: SMTP or SIP addresses. An asterisk stands for any characters.'
        AllUsers = 'Reads all users: one query for mailboxes, one for client access settings and one for users of Lync.'
        Shell    = 'The shells to collect from: Exchange, Lync or Local (this machine only). By default every shell that the session is.'
        Scenario = 'Collects only what the rules of these scenarios ask for: Prerequisites, OwaIm, UnifiedMessaging or Hybrid. By default everything.'
        TestUser = 'Users (SIP addresses) with whose mailboxes Test-CsExStorageConnectivity is run in the Lync shell. The test writes an item into the mailbox and deletes it, so it is made only for those who are named here.'
    }
    Globbing    = @('User')
    Examples    = @(
        @{
            Title   = 'Collect in the shell that is open'
            Code    = @'
Get-UcFact
'@
            Remarks = 'Shows computer, shell, time, the number of questions, and those that were not answered.'
        }
        @{
            Title   = 'See why an answer is unknown'
            Code    = @'
$fact = Get-UcFact
$fact.Unknown | Format-List
'@
            Remarks = 'Lists the questions without an answer, each with its command and what it said.'
        }
        @{
            Title   = 'Read some users as well'
            Code    = @'
Get-UcFact -User alice@contoso.com, bob@contoso.com | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Writes the facts with mailbox, policy and Lync account of two users.'
        }
        @{
            Title   = 'Collect on several machines'
            Code    = @'
Invoke-Command -ComputerName EX01, EX02 { Import-Module UcIntegration; Get-UcFact -Shell Local } | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Each machine tells its own facts; the files are written here.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'An address of a user.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'An object with a property User or PrimarySmtpAddress, such as a mailbox.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Computer, Shell, Time, Sections (the number of questions), Unknown (those without an answer) and Json (the document).' }
    )
    Notes       = @(
        'Start the shell as administrator: the application pool and some events are hidden from others.'
    )
    Links       = @('Export-UcFact', 'Get-UcAppSetting', 'about_UcIntegration')
}
