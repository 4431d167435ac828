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
        try {
            if ($Literal) {
                $files = Resolve-UcLiteralPath -Session $Cmdlet.SessionState -Path $one
            } else {
                $files = Resolve-UcPath -Session $Cmdlet.SessionState -Path $one
            }
        } catch {
            Write-UcError -Cmdlet $Cmdlet -Cause $_
            continue
        }
        $files
    }
}
