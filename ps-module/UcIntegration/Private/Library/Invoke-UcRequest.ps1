function Invoke-UcRequest {
    <#
    .SYNOPSIS
    Answers @{ Ok; Body; Json }, Json being the text of Body.

    .DESCRIPTION
    Throws only when the library does not answer in its own form.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Function, [hashtable]$Request)
    if (-not $Request.ContainsKey('culture')) { $Request['culture'] = Get-UcCultureName }
    $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-UcJson $Request))
    $answer = @{ Status = $null }
    $body = $null
    try {
        $answer = Invoke-UcNative -Function $Function -Request $bytes
        $body = ConvertFrom-UcJson -Bytes $answer.Bytes
    } catch {
        $answer.Status = $_.Exception.Message
    }
    if ($body -isnot [hashtable]) {
        throw (New-UcOwnErrorRecord -Id 'LibraryResponse' -Key 'Library_Response' -Values $Function, $answer.Status)
    }
    return @{ Ok = $answer.Status -eq 0; Body = $body; Json = [System.Text.Encoding]::UTF8.GetString($answer.Bytes) }
}
