# Files that the module makes for people: facts, plans, reports. Never replaces a file unless it is told to. What is in
# them and what they are called is for the callers.

# Writes one file and puts it out; an error if it is there and may not be replaced. Text names the sentences of its kind.
function Write-UcNewFile {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Text, [string]$Path, [byte[]]$Bytes, [bool]$Force)
    if (-not $Cmdlet.ShouldProcess($Path, (Get-UcText -Key $Text.Write))) { return }
    $mode = [System.IO.FileMode]::CreateNew
    if ($Force) { $mode = [System.IO.FileMode]::Create }
    try {
        [void][System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($Path))
        $stream = New-Object System.IO.FileStream $Path, $mode, 'Write'
        try { $stream.Write($Bytes, 0, $Bytes.Length) } finally { $stream.Close() }
    } catch {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id $Text.NotWritten.Replace('_', '') -Key $Text.NotWritten -Values $Path, (Get-UcCause $_) -Target $Path))
        return
    }
    Get-Item -LiteralPath $Path -Force
}

# Whether files may be written: an error names those that are there already and may not be replaced.
function Test-UcNewFile {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Text, [string[]]$Path, [bool]$Force)
    $there = @($Path | Where-Object { [System.IO.File]::Exists($_) })
    if ($there.Count -eq 0 -or $Force) { return $true }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id $Text.FileExists.Replace('_', '') -Key $Text.FileExists -Values ($there -join ', ') -Target $there[0] -WithHint))
    return $false
}
