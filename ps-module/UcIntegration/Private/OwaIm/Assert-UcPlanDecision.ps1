function Assert-UcPlanDecision {
    <#
    .SYNOPSIS
    Ends the call where no server, or for none of them a pool, is known: the rest of the job would join nothing.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param($Plan)
    $pools = @($Plan.Decisions | Where-Object { $_.Setting -eq 'IMServerName' })
    if ($pools.Count -eq 0) { Stop-UcWithoutServer }
    if (@($pools | Where-Object { $_.Origin -ne 'Unresolved' }).Count -eq 0) {
        throw (New-UcOwnErrorRecord -Id 'PoolUnknown' -Key 'OwaIm_PoolUnknown' -Values $pools[0].Reason -Target $pools[0].Server -WithHint)
    }
}
