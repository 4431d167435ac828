function Add-UcRunEntry {
    <#
    .SYNOPSIS
    Adds an entry to the journal of the run, and to what the run knows.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Run, [hashtable]$Step, [string]$Event, [hashtable]$More = @{})
    $entry = $More.Clone()
    $entry['event'] = $Event
    $entry['number'] = $Step['number']
    Add-UcJournalEntry -Journal $Run.Journal -Entry $entry
    Add-UcProgress -Progress $Run.Progress -Entry $entry
}
