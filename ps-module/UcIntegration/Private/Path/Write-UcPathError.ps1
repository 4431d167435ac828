function Write-UcPathError {
    <#
    .SYNOPSIS
    Writes the error of a path that PowerShell itself cannot resolve, such as one on a drive that does not exist.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [System.Management.Automation.ErrorRecord]$Cause)
    $inner = $Cause.Exception
    while ($null -ne $inner.InnerException) { $inner = $inner.InnerException }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PathUnresolved' -Key 'Path_Unresolved' -Values $Path, $inner.Message -Target $Path))
}
