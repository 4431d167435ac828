function Resolve-UcLiteralPath {
    <#
    .SYNOPSIS
    An absolute path without looking for wildcards; the file need not exist.

    .DESCRIPTION
    Writes an error and returns nothing if the path is not one of the file system.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path)
    $provider = $null
    $drive = $null
    try {
        $full = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref]$provider, [ref]$drive)
    } catch {
        Write-UcPathError -Cmdlet $Cmdlet -Path $Path -Cause $_
        return
    }
    if ($provider.Name -eq 'FileSystem') { return $full }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PathNotFileSystem' -Key 'Path_NotFileSystem' -Values $Path, $provider.Name -Target $Path -WithHint))
}
