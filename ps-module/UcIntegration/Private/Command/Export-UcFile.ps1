function Export-UcFile {
    <#
    .SYNOPSIS
    Writes the files of a command and puts them out: all of them or, if one is there already, none.

    .DESCRIPTION
    Text: the keys of the sentences for this kind of file (Write, FileExists, NotWritten). File: @{ Path; Bytes } for each.
    #>
    [CmdletBinding()]
    [OutputType([System.IO.FileInfo])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Text, [hashtable[]]$File, [bool]$Force)
    try {
        Assert-UcNewFile -Text $Text -Path @($File | ForEach-Object { $_.Path }) -Force $Force
    } catch {
        Write-UcError -Cmdlet $Cmdlet -Cause $_
        return
    }
    foreach ($one in $File) {
        if (-not $Cmdlet.ShouldProcess($one.Path, (Get-UcText -Key $Text.Write))) { continue }
        try {
            $written = Write-UcNewFile -Text $Text -Path $one.Path -Bytes $one.Bytes -Force $Force
        } catch {
            Write-UcError -Cmdlet $Cmdlet -Cause $_
            continue
        }
        $written
    }
}
