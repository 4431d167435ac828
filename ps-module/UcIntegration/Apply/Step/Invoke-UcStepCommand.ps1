function Invoke-UcStepCommand {
    <#
    .SYNOPSIS
    Runs a command of a plan.

    .DESCRIPTION
    Only commands that uc_plan_read has let through come here; nothing is ever made into text and run. Answers what the
    journal keeps of an edit.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Command, [string]$Reason, [string]$ExpectedHash)
    if ($Command['kind'] -eq 'Cmdlet') {
        Invoke-UcStepCmdlet -Command $Command
        return @{}
    }
    if ($Command['kind'] -eq 'Each') {
        Invoke-UcStepEach -Command $Command
        return @{}
    }
    $request = New-UcStepEdit -Command $Command -Reason $Reason
    if ($ExpectedHash) { $request['expectedSha256'] = $ExpectedHash }
    $body = Invoke-UcStepRequest -Function 'uc_config_apply' -Request $request
    return @{ backupId = $body['backupId']; sha256After = $body['sha256After'] }
}
