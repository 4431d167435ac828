function Join-UcFilePath {
    <#
    .SYNOPSIS
    The path of a file in a folder.

    .DESCRIPTION
    Path.Combine of .NET Framework refuses characters that no path can have; here the writing of the file says so.
    #>
    [OutputType([string])]
    param([string]$Folder, [string]$Name)
    return $Folder.TrimEnd([System.IO.Path]::DirectorySeparatorChar, [System.IO.Path]::AltDirectorySeparatorChar) + [System.IO.Path]::DirectorySeparatorChar + $Name
}
