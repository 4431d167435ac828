function Format-UcCompletion {
    <#
    .SYNOPSIS
    The text of a completion: quoted where it would not be one word.
    #>
    [OutputType([string])]
    param([string]$Text)
    if ($Text -match '^[\w.\-]+$') { return $Text }
    return "'" + ($Text -replace '[\u0027\u2018-\u201b]', '$0$0') + "'"
}
