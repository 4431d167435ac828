function New-UcPlanObject {
    <#
    .SYNOPSIS
    A plan with its JSON text, which is what the other functions take.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Plan')]
    param([hashtable]$Body, [string]$Json)
    $stages = @(foreach ($stage in $Body['stages']) {
        $steps = @(foreach ($step in $stage['steps']) {
            [pscustomobject]@{
                PSTypeName = 'UcIntegration.PlanStep'
                Number     = $step['number']
                Title      = $step['title']
                Rule       = $step['rule']
                Reason     = @(foreach ($reason in $step['reasons']) { '{0} {1}' -f $reason['rule'], $reason['target'] })
                Interrupts = $step['interrupts']
                Note       = $step['note']
            }
        })
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.PlanStage'
            Number     = $stage['number']
            Shell      = $stage['shell']
            Machine    = $stage['machine']
            Steps      = $steps
        }
    })
    $unresolved = @(foreach ($one in $Body['unresolved']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.PlanUnresolved'
            Rule       = $one['rule']
            Target     = $one['target']
            Message    = $one['message']
            Remedy     = $one['remedy']
        }
    })
    $decisions = @(foreach ($one in $Body['decisions']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.PlanDecision'
            Server     = $one['server']
            Setting    = $one['setting']
            Value      = $one['value']
            Origin     = $one['origin']
            Reason     = $one['reason']
        }
    })
    $count = 0
    foreach ($stage in $stages) { $count += $stage.Steps.Count }
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Plan'
        Id         = $Body['id']
        CreatedAt  = $Body['createdAt']
        Stages     = $stages
        Steps      = $count
        Unresolved = $unresolved
        Decisions  = $decisions
        Json       = $Json
    }
}
