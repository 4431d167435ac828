@{
    Synopsis    = 'Writes a report of the integration as one HTML page.'
    Description = @(
        'Checks facts as Test-UcIntegration does, creates a plan as Get-UcPlan does, and writes both as one page: the state of each scenario, a diagram of the estate, the problems with their evidence and fixes, the missing facts with the commands that collect them, the plan with what each step interrupts and what undoes it, and the source and time of the facts.'
        'The page is a single file without scripts or external resources. You can read it on screen in light or dark mode and with a screen reader, and print it on A4 paper.'
        'Without Fact, the facts of this shell and computer are collected first. Nothing except the file is changed. The page contains names of servers, pools, policies and users: share it accordingly.'
    )
    Parameters  = @{
        Path = 'The file, such as report.html. Its folder is created if it does not exist.'
        Title = 'The title of the report, such as the number of the change. If it is omitted, a default title is used.'
        Culture = 'The language of the report, such as fr-FR or en-US. By default, the language of the session.'
        NoPlan = 'Omits the plan.'
        Force = 'Replaces an existing file. Without Force, nothing is written if the file exists.'
        WhatIf = 'Shows which file would be written. Nothing is written.'
        Confirm = 'Prompts for confirmation before the file is written.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'A report for a change board'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path D:\Change4711\report.html -Title 'Change 4711: instant messaging in Outlook on the web'
'@
            Remarks = 'The files were written by Export-UcFact, one in the Exchange Management Shell and one in the Lync shell.'
        }
        @{
            Title   = 'The same report in French'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path .\rapport.html -Culture fr-FR
'@
            Remarks = 'The language of the session is not used.'
        }
        @{
            Title   = 'Findings for a dashboard'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | ConvertTo-Json -Depth 4 | Set-Content -Path .\findings.json -Encoding UTF8
'@
            Remarks = 'Programs read the findings, not the page. The names and values of their properties do not change between versions; docs/schema/estate_check.response.json lists the values.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Facts: file paths, files or objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The file that was written.' }
    )
    Notes       = @(
        'Invisible characters, and characters that change the text direction, are shown by their code point, such as [U+202E].'
    )
    Links       = @('Test-UcIntegration', 'Get-UcPlan', 'Export-UcFact', 'about_UcIntegration')
}
