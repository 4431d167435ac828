function Assert-UcNewFile {
    <#
    .SYNOPSIS
    Throws an error that names the files that are there already and may not be replaced.

    .DESCRIPTION
    Text: the keys of the sentences for this kind of file (Write, FileExists, NotWritten).
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Text, [string[]]$Path, [bool]$Force)
    $there = @($Path | Where-Object { [System.IO.File]::Exists($_) })
    if ($there.Count -eq 0 -or $Force) { return }
    throw (New-UcOwnErrorRecord -Id $Text.FileExists.Replace('_', '') -Key $Text.FileExists -Values ($there -join ', ') -Target $there[0] -WithHint)
}
