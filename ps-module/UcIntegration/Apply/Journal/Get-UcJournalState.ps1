function Get-UcJournalState {
    <#
    .SYNOPSIS
    What all journals of a plan in a folder say of each step.

    .DESCRIPTION
    Number -> @{ Event; Done; Undone; Started; Entry }, where Done, Undone and Started are times or empty, and Entry has
    what an edit left behind.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Folder, [hashtable]$Plan)
    $progress = @{}
    if (-not [System.IO.Directory]::Exists($Folder)) { return $progress }
    $prefix = (('{0}-' -f $Plan['id']) -replace '[^\w.\-]', '_')
    $files = @([System.IO.Directory]::GetFiles($Folder, $prefix + '*.jsonl') | Sort-Object)
    # Old shells sort in no stable order, and two entries of one file may have the same time.
    $place = 0
    $entries = @(foreach ($file in $files) {
        foreach ($entry in (Read-UcJournal $file)) { @{ Entry = $entry; Time = $entry['time']; Place = $place++ } }
    })
    foreach ($one in ($entries | Sort-Object -Property { $_.Time }, { $_.Place })) { Add-UcProgress -Progress $progress -Entry $one.Entry }
    return $progress
}
