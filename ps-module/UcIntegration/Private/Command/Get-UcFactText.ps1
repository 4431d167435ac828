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
        if (Test-UcFact $one) {
            ConvertTo-UcFactText -Fact $one
            continue
        }
        $path = [string]$one
        if ($one -is [System.IO.FileInfo]) { $path = [System.Management.Automation.WildcardPattern]::Escape($one.FullName) }
        foreach ($file in (Get-UcTarget -Cmdlet $Cmdlet -Path $path -Literal $false)) {
            try {
                $text = Read-UcTextFile -Path $file -Id 'FactUnreadable' -Key 'Fact_Unreadable'
            } catch {
                Write-UcError -Cmdlet $Cmdlet -Cause $_
                continue
            }
            @{ name = $file; text = $text }
        }
    }
}
