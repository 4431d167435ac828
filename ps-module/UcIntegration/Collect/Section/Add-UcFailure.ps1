function Add-UcFailure {
    <#
    .SYNOPSIS
    Keeps why a command did not answer for one server or name.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Context, [string]$Target, [string]$Cause)
    [void]$Context.Failures.Add([ordered]@{ target = $Target; error = $Cause })
}
