function Complete-UcJournalLine {
    <#
    .SYNOPSIS
    Ends a line that a crash cut, with a mark that no entry has, and goes to the end.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Journal)
    $stream = $Journal.Stream
    if ($stream.Length -gt 0) {
        [void]$stream.Seek(-1, 'End')
        $last = $stream.ReadByte()
        [void]$stream.Seek(0, 'End')
        if ($last -ne 10) {
            $stream.WriteByte(0x18)
            $stream.WriteByte(10)
        }
    }
}
