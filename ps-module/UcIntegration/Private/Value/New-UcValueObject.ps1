function New-UcValueObject {
    <#
    .SYNOPSIS
    What the library says of a value, as an object of the type UcIntegration.ValueCheck.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ValueCheck')]
    param([hashtable]$Body, [string]$Value)
    $problems = @(foreach ($problem in $Body['problems']) {
        [pscustomobject]@{
            PSTypeName = 'UcIntegration.ValueProblem'
            Code       = $problem['code']
            Severity   = $problem['severity']
            Message    = $problem['message']
            Hint       = $problem['hint']
        }
    })
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.ValueCheck'
        Kind       = $Body['kind']
        Value      = $Value
        Valid      = $Body['valid']
        Normalized = $Body['normalized']
        Problems   = $problems
    }
}
