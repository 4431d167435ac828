# The objects of rules, support, findings and plans. The type names are those of the views in UcIntegration.Format.ps1xml.

# Where a rule is taken from, as "000:73-75, 001:65-67".
function Format-UcSource {
    param([object[]]$Source)
    $texts = foreach ($one in $Source) {
        if ($one['lines']) { '{0}:{1}' -f $one['document'], $one['lines'] } else { $one['document'] }
    }
    return @($texts) -join ', '
}

function New-UcEvidenceObject {
    param([hashtable]$Evidence)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Evidence'
        Name       = $Evidence['name']
        Read       = $Evidence['read']
        Expected   = $Evidence['expected']
        Document   = $Evidence['document']
        Computer   = $Evidence['computer']
        Command    = $Evidence['command']
        Time       = $Evidence['time']
    }
}

function New-UcFindingObject {
    param([hashtable]$Finding)
    $collect = $null
    if ($Finding['collect']) {
        $collect = [pscustomobject]@{
            PSTypeName = 'UcIntegration.Collect'
            Fact       = $Finding['collect']['fact']
            Command    = $Finding['collect']['command']
            Shell      = $Finding['collect']['shell']
            Target     = $Finding['collect']['target']
            Because    = $Finding['collect']['because']
        }
    }
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Finding'
        Status     = $Finding['status']
        Severity   = $Finding['severity']
        Rule       = $Finding['rule']
        Target     = $Finding['target']['name']
        TargetKind = $Finding['target']['kind']
        Message    = $Finding['message']
        Evidence   = @(foreach ($one in $Finding['evidence']) { New-UcEvidenceObject -Evidence $one })
        Remedy     = $Finding['remedy']
        Source     = Format-UcSource -Source @($Finding['sources'])
        Inference  = $Finding['inference']
        Collect    = $collect
    }
}

# The findings of an answer; with Quiet, whether nothing that matters fails or is unknown.
function Write-UcFinding {
    param([hashtable]$Body, [bool]$Quiet)
    $findings = @(foreach ($one in $Body['findings']) { New-UcFindingObject -Finding $one })
    if (-not $Quiet) { return $findings }
    $bad = @($findings | Where-Object { $_.Severity -eq 'Error' -and @('Fail', 'Unknown') -contains $_.Status })
    return $bad.Count -eq 0
}

function New-UcRuleObject {
    param([hashtable]$Rule)
    return [pscustomobject]@{
        PSTypeName  = 'UcIntegration.Rule'
        Id          = $Rule['id']
        Kind        = $Rule['kind']
        Severity    = $Rule['severity']
        Scenario    = @($Rule['scenarios'])
        Role        = @($Rule['roles'])
        Exchange    = @($Rule['exchange'])
        Lync        = @($Rule['lync'])
        Title       = $Rule['title']
        Explanation = $Rule['explanation']
        Remedy      = $Rule['remedy']
        Inference   = $Rule['inference']
        Source      = Format-UcSource -Source @($Rule['sources'])
        After       = @($Rule['after'])
        Fact        = @(foreach ($need in $Rule['needs']) { $need['fact'] })
        Command     = @(foreach ($need in $Rule['needs']) { $need['command'] })
        Mendable    = $Rule['mendable']
    }
}

function New-UcSupportObject {
    param([hashtable]$Row)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Support'
        Feature    = $Row['feature']
        Lync       = $Row['lync']
        Exchange   = $Row['exchange']
        Supported  = $Row['supported']
        Note       = $Row['note']
        Source     = Format-UcSource -Source @($Row['sources'])
    }
}

# A plan with its JSON text, which is what the other functions take.
function New-UcPlanObject {
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
