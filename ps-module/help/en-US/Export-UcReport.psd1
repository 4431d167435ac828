@{
    Synopsis    = 'Writes a report of the integration for people who decide: one page of HTML.'
    Description = @(
        'Judges documents of facts as Test-UcIntegration does, plans as Get-UcPlan does, and writes both as one page: for each scenario whether it works, a picture of the estate, what is wrong with its evidence and what to do, what is not known yet with the command that would tell, the plan with what it interrupts and what takes it back, and what was collected where and when.'
        'The page is one file that needs no other, no network and no script. It can be read on a screen, light or dark, with a screen reader, and printed on A4.'
        'Without Fact, the facts of this shell and machine are collected first. Nothing is changed but the file, here or elsewhere. The page names servers, pools, policies and users: share it as you would share those.'
    )
    Parameters  = @{
        Path = 'The file, such as report.html. Its folder is created if it does not exist.'
        Title = 'What stands above the report, such as the number of the change. A usual title if it is left out.'
        Culture = 'The language of the report, such as fr-FR or en-US; that of the session if it is left out.'
        NoPlan = 'Leaves the plan out.'
        Force = 'Replaces a file that is there already. Without it nothing is written then.'
        WhatIf = 'Shows which file would be written, and writes nothing.'
        Confirm = 'Asks before the file is written.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'A report for a change board'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path D:\Change4711\report.html -Title 'Change 4711: instant messaging in Outlook on the web'
'@
            Remarks = 'The files were written by Export-UcFact, one in the Exchange shell and one in the Lync shell.'
        }
        @{
            Title   = 'The same report in French'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path .\rapport.html -Culture fr-FR
'@
            Remarks = 'The language of the session does not matter.'
        }
        @{
            Title   = 'Findings for a dashboard'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | ConvertTo-Json -Depth 4 | Set-Content -Path .\findings.json -Encoding UTF8
'@
            Remarks = 'A program reads the findings themselves, not the page. Names and values of their properties stay the same from version to version; docs/schema/estate_check.response.json lists the values.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Documents of facts: paths, files or objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The file that was written.' }
    )
    Notes       = @(
        'Characters of a name that cannot be seen, or that turn the direction of a text, are shown by their number, such as [U+202E].'
    )
    Links       = @('Test-UcIntegration', 'Get-UcPlan', 'Export-UcFact', 'about_UcIntegration')
}
