function Get-UcPlace {
    <#
    .SYNOPSIS
    Where this session is: @{ Computer; Shells }.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()
    return @{ Computer = Get-UcComputerName; Shells = @(Get-UcShell) }
}
