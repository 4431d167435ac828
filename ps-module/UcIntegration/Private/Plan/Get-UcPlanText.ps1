function Get-UcPlanText {
    <#
    .SYNOPSIS
    The text of a plan and a name for it in errors, from an object of Get-UcPlan or a file.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.SessionState]$Session, $Plan, [string]$PlanPath)
    if (-not $PlanPath) {
        $json = Get-UcMember $Plan 'Json'
        if ((Test-UcOwnObject $Plan) -and $json -is [string]) { return @{ name = 'plan'; text = $json } }
        throw (New-UcOwnErrorRecord -Id 'PlanInvalid' -Key 'Plan_Invalid' -Values ([string]$Plan) -Target $Plan -WithHint)
    }
    $file = Resolve-UcLiteralPath -Session $Session -Path $PlanPath
    return @{ name = $file; text = (Read-UcTextFile -Path $file -Id 'PlanUnreadable' -Key 'Plan_Unreadable') }
}
