function Get-UcFactText {
    <#
    .SYNOPSIS
    Documents of facts as the library takes them, from what a caller gave: paths (with wildcards), files, or objects
    of Get-UcFact.

    .DESCRIPTION
    Errors that concern one of them are written, and the others are read all the same.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [object[]]$Fact)
    foreach ($one in $Fact) {
        if ($one -is [psobject] -and $one.PSObject.TypeNames -contains 'UcIntegration.Fact') {
            @{ name = ('{0} ({1})' -f $one.Computer, $one.Shell); text = $one.Json }
            continue
        }
        $path = [string]$one
        if ($one -is [System.IO.FileInfo]) { $path = [System.Management.Automation.WildcardPattern]::Escape($one.FullName) }
        foreach ($file in (Resolve-UcPath -Cmdlet $Cmdlet -Path $path)) {
            try {
                @{ name = $file; text = [System.IO.File]::ReadAllText($file) }
            } catch {
                $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'FactUnreadable' -Key 'Fact_Unreadable' -Values $file, (Get-UcCause $_) -Target $file))
            }
        }
    }
}
