function New-UcPathErrorRecord {
    <#
    .SYNOPSIS
    The error of a path that PowerShell itself cannot resolve, such as one on a drive that does not exist.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([string]$Path, [System.Management.Automation.ErrorRecord]$Cause)
    $inner = $Cause.Exception
    while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
    if ($global:Error.Count -gt 0) { $global:Error.RemoveAt(0) }
    return New-UcOwnErrorRecord -Id 'PathUnresolved' -Key 'Path_Unresolved' -Values $Path, $inner.Message -Target $Path
}
