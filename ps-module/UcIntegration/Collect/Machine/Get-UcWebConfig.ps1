function Get-UcWebConfig {
    <#
    .SYNOPSIS
    What is known of one file.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([hashtable]$Context, [string]$Path, [bool]$BackEnd)
    $record = [ordered]@{ backEnd = $BackEnd; path = $Path; exists = [bool](Test-Path -LiteralPath $Path -PathType Leaf) }
    if (-not $record['exists']) { return $record }
    $file = Get-Item -LiteralPath $Path -Force -ErrorAction Stop
    $record['readOnly'] = [bool](Get-UcMember $file 'IsReadOnly')
    $record['lastWrite'] = ConvertTo-UcTime (Get-UcMember $file 'LastWriteTimeUtc')
    $answer = Invoke-UcRequest -Function 'uc_config_read' -Request @{ path = $Path; skipValueCheck = $true }
    if ($answer.Ok) {
        $record['settings'] = @(ConvertTo-UcWebSetting $answer.Body['settings'])
        $record['problems'] = @(foreach ($problem in $answer.Body['problems']) { $problem['message'] })
        $record['fileProblems'] = @(ConvertTo-UcFileProblem $answer.Body['problems'])
    } else {
        $record['error'] = $answer.Body['message']
        $record['status'] = $answer.Body['name']
        if ($answer.Body['line']) { $record['errorLine'] = $answer.Body['line'] }
    }
    return $record
}
