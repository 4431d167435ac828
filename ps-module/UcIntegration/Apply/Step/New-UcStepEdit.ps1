function New-UcStepEdit {
    <#
    .SYNOPSIS
    The request of an edit of a plan.

    .DESCRIPTION
    Its values are those that the plan shows: a plan whose steps set wrong ones is not read (uc_plan_read), and what
    undoing puts back was there, wrong or not.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Command, [string]$Reason)
    $changes = @(foreach ($change in $Command['changes']) {
        if ($null -eq $change['value']) { @{ op = 'remove'; key = $change['key'] } } else { @{ op = 'set'; key = $change['key']; value = $change['value'] } }
    })
    return @{ path = $Command['path']; changes = $changes; reason = $Reason; skipValueCheck = $true }
}
