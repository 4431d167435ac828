# One request to the library: a hashtable in, a hashtable out, in the reader's language.

# Answers @{ Ok; Body }. Ends the whole call only when the library does not answer in its own form.
function Invoke-UcRequest {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Function, [hashtable]$Request)
    $Request['culture'] = Get-UcCultureName
    $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-UcJson $Request))
    $answer = Invoke-UcNative -Function $Function -Request $bytes
    try {
        $body = ConvertFrom-UcJson -Bytes $answer.Bytes
    } catch {
        $body = $null
    }
    if ($body -isnot [hashtable]) {
        $Cmdlet.ThrowTerminatingError((New-UcOwnErrorRecord -Id 'LibraryResponse' -Key 'Library_Response' -Values $Function, $answer.Status))
    }
    return @{ Ok = $answer.Status -eq 0; Body = $body }
}
