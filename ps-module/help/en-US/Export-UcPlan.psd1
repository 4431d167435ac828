@{
    Synopsis    = 'Writes a plan to a file and, with -AsScript, as scripts that run without this module.'
    Description = @(
        'Writes plan-<id>.json, which you can apply later. With -AsScript, it also writes one commented script for each stage, such as 1-Lync.ps1 and 2-Exchange-ex01.ps1. A change board can review the scripts; run them in this order, each in the shell and on the computer that it names.'
        'A script runs in PowerShell 3.0 and later without this module. It compares each state with the state that the plan was created for, skips completed steps, prompts before a step that interrupts users (-Force answers yes), runs the step, and compares again. If a state has changed, the script changes nothing and reports the difference. -WhatIf shows the steps, -Undo undoes them, -Follow also runs restarts that an earlier run did not reach.'
        'Copy a script from a share to a folder of the computer that runs it: the execution policy RemoteSigned may refuse a script on a share. A script that changes the computer needs a shell that runs as administrator, and checks that first.'
        'If this module is installed, it edits a Web.config for the script. Otherwise the script edits the file itself, after a copy next to the file, and refuses complex files.'
        'A plan from a file is refused if it contains a command that this module does not use in plans. Values become constants in the scripts, never code.'
    )
    Parameters  = @{
        Plan = 'An object from Get-UcPlan.'
        PlanPath = 'The plan file, written by this command.'
        Path = 'The folder of the files. It is created if it does not exist. By default the current location.'
        AsScript = 'Also writes the scripts.'
        Force = 'Replaces existing files. Without Force, nothing is written if one of the files exists.'
        WhatIf = 'Shows which files would be written. Nothing is written.'
        Confirm = 'Prompts for confirmation before each file.'
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
            Remarks = 'Writes the plan and one script for each shell and computer.'
        }
        @{
            Title   = 'Save a plan'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Plans
'@
            Remarks = 'Writes only the plan.'
        }
        @{
            Title   = 'Scripts from a saved plan'
            Code    = @'
Export-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Path D:\Change4711 -AsScript -Force
'@
            Remarks = 'Comments and messages are in the language of the session; titles are in the language of the plan.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Objects from Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'The files that were written.' }
    )
    Notes       = @(
        'The scripts are UTF-8 files with a byte order mark, which Windows PowerShell requires.'
    )
    Links       = @('Get-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
