function Read-UcPlan {
    <#
    .SYNOPSIS
    The plan of a call as hashtables: from an object of Get-UcPlan or from a file.

    .DESCRIPTION
    Throws if it is not one of ours.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.SessionState]$Session, $Plan, [string]$Path)
    if ($Path) {
        $name = Resolve-UcLiteralPath -Session $Session -Path $Path
        $text = Read-UcTextFile -Path $name -Id 'PlanUnreadable' -Key 'Plan_Unreadable'
    } else {
        $name = 'Plan'
        $text = [string](Get-UcMember $Plan 'Json')
    }
    $body = (Invoke-UcCheckedRequest -Function 'uc_plan_read' -Request @{ plan = @{ name = $name; text = $text } } -Path $name).Body
    $body['text'] = $text
    return $body
}
