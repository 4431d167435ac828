function Resolve-UcLiteralPath {
    <#
    .SYNOPSIS
    An absolute path without looking for wildcards; the file need not exist.

    .DESCRIPTION
    Throws if the path is not one of the file system.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.SessionState]$Session, [string]$Path)
    $provider = $null
    $drive = $null
    try {
        $full = $Session.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref]$provider, [ref]$drive)
    } catch {
        throw (New-UcPathErrorRecord -Path $Path -Cause $_)
    }
    if ($provider.Name -eq 'FileSystem') { return $full }
    throw (New-UcOwnErrorRecord -Id 'PathNotFileSystem' -Key 'Path_NotFileSystem' -Values $Path, $provider.Name -Target $Path -WithHint)
}
