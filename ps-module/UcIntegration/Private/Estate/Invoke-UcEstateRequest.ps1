function Invoke-UcEstateRequest {
    <#
    .SYNOPSIS
    Asks the library; a request that it refuses ends the call, since nothing could be judged.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Function, [hashtable]$Request)
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function $Function -Request $Request
    if (-not $answer.Ok) { $Cmdlet.ThrowTerminatingError((ConvertTo-UcErrorRecord -Body $answer.Body)) }
    return $answer
}
