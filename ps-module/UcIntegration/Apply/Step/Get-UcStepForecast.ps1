function Get-UcStepForecast {
    <#
    .SYNOPSIS
    What is known of an edit before it is made: the hashes of the file before and after. Of a
    cmdlet, nothing.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Command, [string]$Reason)
    if ($Command['kind'] -ne 'WebConfig') { return @{} }
    $request = New-UcStepEdit -Command $Command -Reason $Reason
    $request['dryRun'] = $true
    $body = Invoke-UcStepRequest -Function 'uc_config_apply' -Request $request
    return @{ sha256Before = $body['sha256Before']; sha256After = $body['sha256After'] }
}
