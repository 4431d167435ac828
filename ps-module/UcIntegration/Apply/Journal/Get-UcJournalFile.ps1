function Get-UcJournalFile {
    <#
    .SYNOPSIS
    The file for a stage.

    .DESCRIPTION
    Names come from files that anybody may have written: they must not lead out of the folder.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$Folder, [hashtable]$Plan, [string]$Computer, [string]$Shell)
    $name = ('{0}-{1}-{2}' -f $Plan['id'], $Computer.ToLowerInvariant(), $Shell) -replace '[^\w.\-]', '_'
    return Join-UcFilePath -Folder $Folder -Name ($name + '.jsonl')
}
