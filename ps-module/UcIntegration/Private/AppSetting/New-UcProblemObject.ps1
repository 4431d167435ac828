function New-UcProblemObject {
    <#
    .SYNOPSIS
    A problem of a file, as an object of the type UcIntegration.ConfigProblem.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.ConfigProblem')]
    param([hashtable]$Problem, [string]$Path)
    $file = $Path
    if ($Problem['path']) { $file = $Problem['path'] }
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.ConfigProblem'
        Path       = $file
        Severity   = $Problem['severity']
        Code       = $Problem['code']
        Line       = $Problem['line']
        Column     = $Problem['column']
        Message    = $Problem['message']
        Hint       = $Problem['hint']
    }
}
