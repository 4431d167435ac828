@{
    Synopsis    = 'Checks an integration of Exchange and Lync or Skype for Business against collected facts.'
    Description = @(
        'Applies every rule of the scenarios to facts and returns a finding for each item that a rule checks. A fact that was not collected is never assumed: the finding is then Unknown and names the command and the shell that collect it.'
        'Without Fact, the facts of this shell and computer are collected first. Nothing is changed.'
    )
    Parameters  = @{
        Quiet = 'Returns only True or False: True if no rule of severity Error fails or is unknown. Advisories do not count.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Check files from two shells'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json
'@
            Remarks = 'The files were written by Export-UcFact, one in the Exchange Management Shell and one in the Lync shell.'
        }
        @{
            Title   = 'Show only what must be fixed'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory } | Format-List Rule, Target, Message, Remedy
'@
            Remarks = 'Remedy says what to do, Sources where the demand stands.'
        }
        @{
            Title   = 'Use the result in a script'
            Code    = @'
if (-not (Test-UcIntegration -Fact .\facts-*.json -Quiet)) { exit 1 }
'@
            Remarks = 'Quiet returns True or False.'
        }
        @{
            Title   = 'Show which facts are missing'
            Code    = @'
(Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Collect }).Collect | Sort-Object Shell, Target, Fact -Unique
'@
            Remarks = 'Shows each missing fact once, with its command.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Facts: file paths, files or objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Advisory, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Interpretation and Collect.' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Severity Error: it does not work. Warning: it works, with limitations.'
        'Advisory is True where a finding of status Fail only advises, such as for a version that is out of support: the integration works all the same, and no plan changes it. A script that takes Fail for broken leaves these out, as the example does.'
    )
    Links       = @('Get-UcFact', 'Get-UcPlan', 'Get-UcRule', 'about_UcIntegration')
}
