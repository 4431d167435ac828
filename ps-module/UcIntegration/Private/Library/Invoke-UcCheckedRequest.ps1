function Invoke-UcCheckedRequest {
    <#
    .SYNOPSIS
    Answers as Invoke-UcRequest; throws the error of the library where it refuses.

    .DESCRIPTION
    Path: the file that the request is about, for the error.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Function, [hashtable]$Request, [string]$Path)
    $answer = Invoke-UcRequest -Function $Function -Request $Request
    if (-not $answer.Ok) { throw (ConvertTo-UcErrorRecord -Body $answer.Body -Path $Path) }
    return $answer
}
