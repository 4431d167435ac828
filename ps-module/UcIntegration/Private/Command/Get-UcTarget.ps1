function Get-UcTarget {
    <#
    .SYNOPSIS
    The files of one call of a process block.

    .DESCRIPTION
    Literal: the paths are names, from -LiteralPath or from one of our objects.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$Path, [bool]$Literal)
    foreach ($one in $Path) {
        if ($Literal) { Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $one } else { Resolve-UcPath -Cmdlet $Cmdlet -Path $one }
    }
}
