function Stop-UcWithoutServer {
    <#
    .SYNOPSIS
    Without a server a plan has no steps, which must not look like a job that is done.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet)
    $Cmdlet.ThrowTerminatingError((New-UcOwnErrorRecord -Id 'ServerUnknown' -Key 'OwaIm_ServerUnknown' -WithHint))
}
