# The form of the journals that are written here, by name and version.
$script:UcJournalSchema = 'uc-integration/journal/1'

function Open-UcJournal {
    <#
    .SYNOPSIS
    Opens a journal for writing; a second writer is refused.

    .DESCRIPTION
    One file for each plan, machine and shell, JSON lines, only ever added to. It says what was begun and what was done,
    and is on the disk before a command runs. It must not hold secrets, nor decide anything.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$Folder, [hashtable]$Plan, [hashtable]$Place, [string]$Shell)
    $file = Get-UcJournalFile -Folder $Folder -Plan $Plan -Computer $Place.Computer -Shell $Shell
    try {
        [void][System.IO.Directory]::CreateDirectory($Folder)
        $stream = New-Object System.IO.FileStream $file, 'OpenOrCreate', 'ReadWrite', 'Read'
    } catch {
        throw (New-UcOwnErrorRecord -Id 'JournalInUse' -Key 'Journal_InUse' -Values $file, (Get-UcCause $_) -Target $file)
    }
    $journal = @{ Stream = $stream; File = $file; Computer = $Place.Computer }
    try {
        Complete-UcJournalLine $journal
        if ($stream.Length -eq 0 -or @(Read-UcJournal $file | Select-Object -First 1).Count -eq 0) {
            Add-UcJournalEntry -Journal $journal -Entry @{ event = 'Plan'; schema = $script:UcJournalSchema; plan = $Plan['text'] }
        }
    } catch {
        $stream.Close()
        throw
    }
    return $journal
}
