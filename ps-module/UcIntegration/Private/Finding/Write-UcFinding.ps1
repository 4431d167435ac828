function Write-UcFinding {
    <#
    .SYNOPSIS
    The findings of an answer; with Quiet, whether nothing that matters fails or is unknown. What only advises does not
    matter.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Finding')]
    [OutputType([bool])]
    param([hashtable]$Body, [bool]$Quiet)
    $findings = @(foreach ($one in $Body['findings']) { New-UcFindingObject -Finding $one })
    if (-not $Quiet) { return $findings }
    $bad = @($findings | Where-Object { $_.Severity -eq 'Error' -and -not $_.Advisory -and @('Fail', 'Unknown') -contains $_.Status })
    return $bad.Count -eq 0
}
