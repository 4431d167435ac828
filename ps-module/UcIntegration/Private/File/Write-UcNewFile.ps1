function Write-UcNewFile {
    <#
    .SYNOPSIS
    Writes one file, and makes its folder.

    .DESCRIPTION
    Text: the keys of the sentences for this kind of file (Write, FileExists, NotWritten).
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
    param([hashtable]$Text, [string]$Path, [byte[]]$Bytes, [bool]$Force)
    $mode = [System.IO.FileMode]::CreateNew
    if ($Force) { $mode = [System.IO.FileMode]::Create }
    try {
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
        $stream = New-Object System.IO.FileStream $Path, $mode, 'Write'
        try { $stream.Write($Bytes, 0, $Bytes.Length) } finally { $stream.Close() }
    } catch {
        throw (New-UcOwnErrorRecord -Id $Text.NotWritten.Replace('_', '') -Key $Text.NotWritten -Values $Path, (Get-UcCause $_) -Target $Path)
    }
    return Get-Item -LiteralPath $Path -Force
}
