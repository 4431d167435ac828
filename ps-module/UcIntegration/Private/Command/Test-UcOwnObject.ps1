function Test-UcOwnObject {
    <#
    .SYNOPSIS
    Whether an object that came through the pipeline is one of ours: its Path is the name of a file, not a pattern.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param($InputObject)
    if ($null -eq $InputObject) { return $false }
    foreach ($name in ([psobject]$InputObject).PSObject.TypeNames) {
        if ($name -like '*UcIntegration.*') { return $true }
    }
    return $false
}
