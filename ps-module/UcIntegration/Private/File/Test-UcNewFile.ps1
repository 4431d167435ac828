function Test-UcNewFile {
    <#
    .SYNOPSIS
    Whether files may be written: an error names those that are there already and may not be replaced.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Text, [string[]]$Path, [bool]$Force)
    $there = @($Path | Where-Object { [System.IO.File]::Exists($_) })
    if ($there.Count -eq 0 -or $Force) { return $true }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id $Text.FileExists.Replace('_', '') -Key $Text.FileExists -Values ($there -join ', ') -Target $there[0] -WithHint))
    return $false
}
