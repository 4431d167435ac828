function New-UcRuleObject {
    <#
    .SYNOPSIS
    A rule of the library, as an object of the type UcIntegration.Rule.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Rule')]
    param([hashtable]$Rule)
    return [pscustomobject]@{
        PSTypeName     = 'UcIntegration.Rule'
        Id             = $Rule['id']
        Kind           = $Rule['kind']
        Severity       = $Rule['severity']
        Scenario       = @($Rule['scenarios'])
        Role           = @($Rule['roles'])
        Exchange       = @($Rule['exchange'])
        Lync           = @($Rule['lync'])
        Title          = $Rule['title']
        Explanation    = $Rule['explanation']
        Remedy         = $Rule['remedy']
        Symptom        = @($Rule['symptoms'])
        Interpretation = $Rule['interpretation']
        Sources        = @(New-UcSourceObject -Source @($Rule['sources']))
        After          = @($Rule['after'])
        Fact           = @(foreach ($need in $Rule['needs']) { $need['fact'] })
        Command        = @(foreach ($need in $Rule['needs']) { $need['command'] })
        Fixable        = $Rule['fixable']
    }
}
