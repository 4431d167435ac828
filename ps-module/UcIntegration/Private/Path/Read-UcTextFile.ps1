function Read-UcTextFile {
    <#
    .SYNOPSIS
    The text of a file.

    .DESCRIPTION
    Id and Key: the error where it cannot be read, and its sentence.
    #>
    [OutputType([string])]
    param([string]$Path, [string]$Id, [string]$Key)
    try {
        return [System.IO.File]::ReadAllText($Path)
    } catch {
        throw (New-UcOwnErrorRecord -Id $Id -Key $Key -Values $Path, (Get-UcCause $_) -Target $Path)
    }
}
