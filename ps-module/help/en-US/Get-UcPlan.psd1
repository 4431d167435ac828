@{
    Synopsis    = 'Creates the plan that fixes the findings: ordered steps, each with the commands that undo it.'
    Description = @(
        'Checks the facts as Test-UcIntegration does and creates a plan: stages, each for one shell and computer, with steps in order. Each step contains its command, the findings that it fixes, what it interrupts, the expected states before and after it, and the commands that undo it.'
        'Findings that no step can fix, such as an expired certificate, are in Unresolved with what you have to do. Nothing is run.'
    )
    Parameters  = @{
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Create a plan from two shells'
            Code    = @'
$plan = Get-UcPlan -Fact .\facts-*.json
$plan.Stages.Steps
'@
            Remarks = 'Shows the steps, in order.'
        }
        @{
            Title   = 'Specify the pool and the certificate'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -IMServerName pool.contoso.com -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'The specified values replace those in use.'
        }
        @{
            Title   = 'Show what must be fixed manually'
            Code    = @'
(Get-UcPlan -Fact .\facts-*.json).Unresolved | Format-List
'@
            Remarks = 'Each finding shows how to fix it.'
        }
        @{
            Title   = 'Plan to disable instant messaging'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -Disable
'@
            Remarks = 'For an organization without Lync: otherwise users see empty presence icons and an error at each sign-in.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Facts: file paths, files or objects from Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Id, CreatedAt, Stages, Steps, Unresolved, Decisions (which pool and certificate, and why) and Json.' }
    )
    Notes       = @(
        'A plan applies to the estate that it was created from: Invoke-UcPlan stops at a step whose state is neither the expected state before nor the one after it.'
    )
    Links       = @('Export-UcPlan', 'Invoke-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
