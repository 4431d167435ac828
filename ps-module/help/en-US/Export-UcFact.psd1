@{
    Synopsis    = 'Writes facts to files, one for each shell and machine.'
    Description = @(
        'Writes each document of facts to a file of its own, in UTF-8. The name says where the facts come from and when: facts-<computer>-<shell>-<time in UTC>.json. A file that exists is never replaced.'
        'Without facts from the pipeline, the command collects them first, as Get-UcFact without parameters does.'
        'Take the files of all shells and machines to one place: together they tell what is known of the integration. Reading them needs neither Exchange nor Lync.'
    )
    Parameters  = @{
        Path = 'The folder of the files. It is created if it does not exist. By default the current location.'
        Fact = 'The objects of Get-UcFact, also from another machine.'
        WhatIf = 'Shows which files would be written, and writes nothing.'
        Confirm = 'Asks before each file.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Collect and write in one go'
            Code    = @'
Export-UcFact -Path D:\Facts
'@
            Remarks = 'Writes the facts of the shell that is open and of this machine.'
        }
        @{
            Title   = 'With the users of a pilot'
            Code    = @'
Import-Csv .\pilot.csv | Get-UcFact | Export-UcFact -Path D:\Facts
'@
            Remarks = 'The file pilot.csv has a column User with their addresses.'
        }
        @{
            Title   = 'See what would be written'
            Code    = @'
Get-UcFact | Export-UcFact -Path D:\Facts -WhatIf
'@
            Remarks = 'Collects, shows the names of the files, and writes nothing.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'The objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The files that were written.' }
    )
    Notes       = @(
        'The files hold names, addresses and thumbprints, but no passwords, no private keys and no other settings of a Web.config than those of instant messaging.'
    )
    Links       = @('Get-UcFact', 'about_UcIntegration')
}
