function Resolve-UcPath {
    <#
    .SYNOPSIS
    The files that a path with wildcards names.

    .DESCRIPTION
    A path without wildcards is returned even if nothing is there, so that the library can say what is missing.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.SessionState]$Session, [string]$Path)
    if (-not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)) {
        return Resolve-UcLiteralPath -Session $Session -Path ([System.Management.Automation.WildcardPattern]::Unescape($Path))
    }
    $provider = $null
    try {
        $found = @($Session.Path.GetResolvedProviderPathFromPSPath($Path, [ref]$provider))
    } catch [System.Management.Automation.ItemNotFoundException] {
        $found = @()
    } catch {
        throw (New-UcPathErrorRecord -Path $Path -Cause $_)
    }
    if ($null -ne $provider -and $provider.Name -ne 'FileSystem') {
        throw (New-UcOwnErrorRecord -Id 'PathNotFileSystem' -Key 'Path_NotFileSystem' -Values $Path, $provider.Name -Target $Path -WithHint)
    }
    $files = @($found | Where-Object { [System.IO.File]::Exists($_) })
    if ($files.Count -gt 0) { return $files }
    throw (New-UcOwnErrorRecord -Id 'PathNotMatched' -Key 'Path_NotMatched' -Values $Path -Target $Path -WithHint)
}
