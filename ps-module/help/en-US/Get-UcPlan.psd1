@{
    Synopsis    = 'Makes the plan that mends what the rules find: ordered steps, each with what takes it back.'
    Description = @(
        'Judges the facts as Test-UcIntegration does and makes a plan: stages, each for one shell and machine, with steps in the order in which they have to be taken. Each step holds its command, the findings it mends, what it interrupts, the state it expects and leaves, and its inverse.'
        'What no step can mend, such as an expired certificate, stands in Open with what a person has to do. Nothing is run.'
    )
    Parameters  = @{
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Make a plan from two shells'
            Code    = @'
$plan = Get-UcPlan -Fact .\facts-*.json
$plan.Stages.Steps
'@
            Remarks = 'Shows the steps, in order.'
        }
        @{
            Title   = 'Name the pool and the certificate'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -IMServerName pool.contoso.com -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'What is given takes the place of what is in use.'
        }
        @{
            Title   = 'See what is left for a person'
            Code    = @'
(Get-UcPlan -Fact .\facts-*.json).Open | Format-List
'@
            Remarks = 'Each with what to do.'
        }
        @{
            Title   = 'Plan to switch instant messaging off'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -Disable
'@
            Remarks = 'For an organisation without Lync: otherwise users see empty icons and an error at each sign-in.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Documents of facts: paths, files or objects of Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Id, Made, Stages, Steps, Open, Choices (which pool and certificate, and why) and Json.' }
    )
    Notes       = @(
        'A plan is for the estate it was made from: Invoke-UcPlan stops at a step whose state is neither the expected one nor the wanted one.'
    )
    Links       = @('Export-UcPlan', 'Invoke-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
