function Get-UcPlanText {
    <#
    .SYNOPSIS
    The text of a plan and a name for it in errors, from an object of Get-UcPlan or a file; nothing after an error.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, $Plan, [string]$PlanPath)
    if (-not $PlanPath) {
        $json = Get-UcMember $Plan 'Json'
        if ((Test-UcOwnObject $Plan) -and $json -is [string]) { return @{ name = 'plan'; text = $json } }
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PlanInvalid' -Key 'Plan_Invalid' -Values ([string]$Plan) -Target $Plan -WithHint))
        return
    }
    foreach ($file in (Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $PlanPath)) {
        try {
            return @{ name = $file; text = [System.IO.File]::ReadAllText($file) }
        } catch {
            $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PlanUnreadable' -Key 'Plan_Unreadable' -Values $file, (Get-UcCause $_) -Target $file))
        }
    }
}
