function New-UcEvidenceObject {
    <#
    .SYNOPSIS
    What a finding rests on, as an object of the type UcIntegration.Evidence.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Evidence')]
    param([hashtable]$Evidence)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Evidence'
        Name       = $Evidence['name']
        Actual     = $Evidence['actual']
        Expected   = $Evidence['expected']
        Document   = $Evidence['document']
        Computer   = $Evidence['computer']
        Command    = $Evidence['command']
        Time       = $Evidence['time']
    }
}
