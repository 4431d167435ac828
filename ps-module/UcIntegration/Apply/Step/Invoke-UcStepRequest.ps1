function Invoke-UcStepRequest {
    <#
    .SYNOPSIS
    A request to the library whose failure is a failure of the step.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Function, [hashtable]$Request)
    return (Invoke-UcCheckedRequest -Function $Function -Request $Request -Path $Request['path']).Body
}
