function Read-UcJournal {
    <#
    .SYNOPSIS
    The entries of a journal.

    .DESCRIPTION
    What stands behind the last line end was cut by a crash and does not count; any other line that cannot be read is an
    error.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([string]$File)
    $text = [System.Text.Encoding]::UTF8.GetString((Read-UcJournalByte $File))
    $lines = $text.Split("`n")
    for ($i = 0; $i -lt $lines.Length - 1; $i++) {
        if ($lines[$i] -eq '') { continue }
        $entry = $null
        # A line that a crash cut and that was ended afterwards is known by what ends it.
        if ($lines[$i].Length -gt 0 -and $lines[$i][$lines[$i].Length - 1] -eq [char]0x18) { continue }
        if ($lines[$i] -match '^\{.*\}$') {
            try { $entry = ConvertFrom-UcJson -Bytes ([System.Text.Encoding]::UTF8.GetBytes($lines[$i])) } catch { $entry = $null }
        }
        if ($entry -isnot [hashtable] -or $entry['event'] -isnot [string] -or $entry['time'] -isnot [string]) {
            throw (New-UcOwnErrorRecord -Id 'JournalDamaged' -Key 'Journal_Damaged' -Values $File, ($i + 1) -Target $File)
        }
        $entry
    }
}
