# Paths as PowerShell understands them become absolute paths of the file system, the only kind the library takes: the
# current folder of the process is not the current location of the shell.

# An absolute path without looking for wildcards; the file need not exist. Writes an error and returns nothing if the
# path is not one of the file system.
function Resolve-UcLiteralPath {
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

# The files that a path with wildcards names. A path without wildcards is returned even if nothing is there, so that
# the library can say what is missing.
function Resolve-UcPath {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path)
    if (-not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)) {
        return Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path ([System.Management.Automation.WildcardPattern]::Unescape($Path))
    }
    $provider = $null
    try {
        $found = @($Cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($Path, [ref]$provider))
    } catch [System.Management.Automation.ItemNotFoundException] {
        $found = @()
    } catch {
        Write-UcPathError -Cmdlet $Cmdlet -Path $Path -Cause $_
        return
    }
    if ($null -ne $provider -and $provider.Name -ne 'FileSystem') {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PathNotFileSystem' -Key 'Path_NotFileSystem' -Values $Path, $provider.Name -Target $Path -WithHint))
        return
    }
    $files = @($found | Where-Object { [System.IO.File]::Exists($_) })
    if ($files.Count -gt 0) { return $files }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PathNotMatched' -Key 'Path_NotMatched' -Values $Path -Target $Path -WithHint))
}

# Writes the error of a path that PowerShell itself cannot resolve, such as one on a drive that does not exist.
function Write-UcPathError {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [System.Management.Automation.ErrorRecord]$Cause)
    $inner = $Cause.Exception
    while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PathUnresolved' -Key 'Path_Unresolved' -Values $Path, $inner.Message -Target $Path))
}

# Whether an object that came through the pipeline is one of ours: its Path is the name of a file, not a pattern.
function Test-UcOwnObject {
    param($InputObject)
    if ($null -eq $InputObject) { return $false }
    foreach ($name in ([psobject]$InputObject).PSObject.TypeNames) {
        if ($name -like '*UcIntegration.*') { return $true }
    }
    return $false
}

# The files of one call of a process block. Literal: the paths are names, from -LiteralPath or from one of our objects.
function Get-UcTarget {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$Path, [bool]$Literal)
    foreach ($one in $Path) {
        if ($Literal) { Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $one } else { Resolve-UcPath -Cmdlet $Cmdlet -Path $one }
    }
}
