@{
    Synopsis    = 'Judges an integration of Exchange and Lync or Skype for Business by collected facts.'
    Description = @(
        'Applies every rule of the scenarios to documents of facts and puts out one finding for each thing that a rule looked at. A fact that nobody collected is never taken for granted: the finding is then Unknown and names the command and the shell that would tell.'
        'Without Fact, the facts of this shell and machine are collected first. Nothing is changed, here or elsewhere.'
    )
    Parameters  = @{
        Quiet = 'Puts out only True or False: True if no rule of severity Error fails or could not be judged.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Judge files from two shells'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json
'@
            Remarks = 'The files were written by Export-UcFact, one in the Exchange shell and one in the Lync shell.'
        }
        @{
            Title   = 'See only what has to be done'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Status -eq 'Fail' } | Format-List Rule, Target, Message, Remedy
'@
            Remarks = 'Remedy says what to do, Sources where the demand stands.'
        }
        @{
            Title   = 'Use the answer in a script'
            Code    = @'
if (-not (Test-UcIntegration -Fact .\facts-*.json -Quiet)) { exit 1 }
'@
            Remarks = 'Quiet answers True or False.'
        }
        @{
            Title   = 'Learn what is still to be collected'
            Code    = @'
(Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Collect }).Collect | Sort-Object Shell, Target, Fact -Unique
'@
            Remarks = 'Shows each missing fact once, with its command.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Documents of facts: paths, files or objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Inference and Collect.' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Severity Error: it does not work. Warning: it works, but not well or not for long.'
    )
    Links       = @('Get-UcFact', 'Get-UcPlan', 'Get-UcRule', 'about_UcIntegration')
}
