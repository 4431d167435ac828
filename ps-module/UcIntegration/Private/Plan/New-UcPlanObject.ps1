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
    $open = @(foreach ($one in $Body['open']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.PlanOpen'
            Rule       = $one['rule']
            Target     = $one['target']
            Message    = $one['message']
            Remedy     = $one['remedy']
        }
    })
    $choices = @(foreach ($one in $Body['choices']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.PlanChoice'
            Server     = $one['server']
            Setting    = $one['what']
            Value      = $one['value']
            How        = $one['how']
            Reason     = $one['reason']
        }
    })
    $count = 0
    foreach ($stage in $stages) { $count += $stage.Steps.Count }
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Plan'
        Id         = $Body['id']
        Made       = $Body['made']
        Stages     = $stages
        Steps      = $count
        Open       = $open
        Choices    = $choices
        Json       = $Json
    }
}
