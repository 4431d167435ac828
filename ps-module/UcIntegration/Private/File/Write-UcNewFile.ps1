function Write-UcNewFile {
    <#
    .SYNOPSIS
    Writes one file and puts it out; an error if it is there and may not be replaced.

    .DESCRIPTION
    Text names the sentences of its kind.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
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
