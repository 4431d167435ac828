function New-UcFindingObject {
    <#
    .SYNOPSIS
    A finding of the library, as an object of the type UcIntegration.Finding.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Finding')]
    param([hashtable]$Finding)
    $collect = $null
    if ($Finding['collect']) {
        $collect = [pscustomobject]@{
            PSTypeName = 'UcIntegration.Collect'
            Fact       = $Finding['collect']['fact']
            Command    = $Finding['collect']['command']
            Shell      = $Finding['collect']['shell']
            Target     = $Finding['collect']['target']
            Error      = $Finding['collect']['error']
        }
    }
    return [pscustomobject]@{
        PSTypeName     = 'UcIntegration.Finding'
        Status         = $Finding['status']
        Severity       = $Finding['severity']
        Advisory       = $Finding['advisory']
        Rule           = $Finding['rule']
        Target         = $Finding['target']['name']
        TargetKind     = $Finding['target']['kind']
        Message        = $Finding['message']
        Evidence       = @(foreach ($one in $Finding['evidence']) { New-UcEvidenceObject -Evidence $one })
        Remedy         = $Finding['remedy']
        Sources        = @(New-UcSourceObject -Source @($Finding['sources']))
        Interpretation = $Finding['interpretation']
        Collect        = $collect
    }
}
