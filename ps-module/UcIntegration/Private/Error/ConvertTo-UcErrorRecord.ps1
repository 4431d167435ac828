function ConvertTo-UcErrorRecord {
    <#
    .SYNOPSIS
    The error record of an error response of the library.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([hashtable]$Body, [string]$Path)
    $file = $Path
    if ($Body['path']) { $file = $Body['path'] }
    $named = ''
    if ($file -and -not $Body['message'].Contains($file)) { $named = $file }
    $message = $Body['message']
    if ($Body['line'] -and $named) {
        $message = Get-UcText -Key 'Error_PlaceInFile' -Values $message, $named, $Body['line'], $Body['column']
    } elseif ($Body['line']) {
        $message = Get-UcText -Key 'Error_Place' -Values $message, $Body['line'], $Body['column']
    } elseif ($named) {
        $message = Get-UcText -Key 'Error_File' -Values $message, $named
    }
    $record = New-UcErrorRecord -Id $Body['name'] -Message $message -Hint $Body['hint'] -Target $file
    foreach ($name in 'code', 'line', 'column', 'offset') {
        if ($null -ne $Body[$name]) { $record.Exception.Data[$name] = $Body[$name] }
    }
    return $record
}
