@{
    Synopsis    = 'Writes facts to files, one for each shell and computer.'
    Description = @(
        'Writes the facts of each shell and computer to a UTF-8 file. The name shows the source and the time of the facts: facts-<computer>-<shell>-<time in UTC>.json. An existing file is never replaced.'
        'Without facts from the pipeline, the command collects them first, like Get-UcFact without parameters.'
        'Collect the files of all shells and computers in one place: together they describe the integration. Reading them requires neither Exchange nor Lync.'
    )
    Parameters  = @{
        Path = 'The folder of the files. It is created if it does not exist. By default the current location.'
        Fact = 'Objects from Get-UcFact, also from other computers.'
        WhatIf = 'Shows which files would be written. Nothing is written.'
        Confirm = 'Prompts for confirmation before each file.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Collect and write facts'
            Code    = @'
Export-UcFact -Path D:\Facts
'@
            Remarks = 'Writes the facts of the current shell and of this computer.'
        }
        @{
            Title   = 'With the users of a pilot group'
            Code    = @'
Import-Csv .\pilot.csv | Get-UcFact | Export-UcFact -Path D:\Facts
'@
            Remarks = 'The file pilot.csv has a column User with their addresses.'
        }
        @{
            Title   = 'Preview the files'
            Code    = @'
Get-UcFact | Export-UcFact -Path D:\Facts -WhatIf
'@
            Remarks = 'Collects the facts and shows the names of the files. Nothing is written.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The files that were written.' }
    )
    Notes       = @(
        'The files contain names, addresses and thumbprints, but no passwords, no private keys and no settings of a Web.config other than those of instant messaging.'
    )
    Links       = @('Get-UcFact', 'about_UcIntegration')
}
