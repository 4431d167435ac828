@{
    Synopsis    = 'Writes a plan to a file and, with -AsScript, as scripts that run without this module.'
    Description = @(
        'Writes plan-<id>.json, from which the plan can be taken up again. With -AsScript it also writes one commented script for each stage, such as 1-Lync.ps1 and 2-Exchange-ex01.ps1, to be read by a change board and run in this order in the shell and on the machine that each one names.'
        'A script runs on PowerShell 3.0 and later without this module. It compares each state with the one that the plan was made for, passes over what is done, asks before a step that interrupts users (-Force answers yes), runs, and compares again. If a state has moved on, it changes nothing and says what moved. -WhatIf shows the steps, -Undo takes them back, -Follow also runs restarts that an earlier run did not come to.'
        'A Web.config is edited by this module where it is installed. Elsewhere the script edits it itself, after a copy beside the file, and refuses whatever is not plain.'
        'A plan from a file is refused if it holds a command that no plan of this module has. Values become constants in the scripts, never code.'
    )
    Parameters  = @{
        Plan = 'The object that Get-UcPlan puts out.'
        PlanPath = 'The file of a plan, written by this command.'
        Path = 'The folder of the files. It is created if it does not exist. By default the current location.'
        AsScript = 'Writes the scripts as well.'
        Force = 'Replaces files that are there already. Without it nothing is written if one of them is.'
        WhatIf = 'Shows which files would be written, and writes nothing.'
        Confirm = 'Asks before each file.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Scripts for a change board'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Change4711 -AsScript
'@
            Remarks = 'Writes the plan and one script for each shell and machine.'
        }
        @{
            Title   = 'Keep a plan'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Plans
'@
            Remarks = 'Writes the plan only.'
        }
        @{
            Title   = 'Scripts from a plan that was kept'
            Code    = @'
Export-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Path D:\Change4711 -AsScript -Force
'@
            Remarks = 'Comments and messages are in the language of the session, titles in that of the plan.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'The objects of Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The files that were written.' }
    )
    Notes       = @(
        'Scripts are UTF-8 with a byte order mark, which Windows PowerShell needs to read names rightly.'
    )
    Links       = @('Get-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
