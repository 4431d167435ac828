function Read-UcJournalByte {
    <#
    .SYNOPSIS
    The bytes of a journal, also while another process writes it.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([string]$File)
    $stream = New-Object System.IO.FileStream $File, 'Open', 'Read', 'ReadWrite'
    try {
        $memory = New-Object System.IO.MemoryStream
        $stream.CopyTo($memory)
        return , $memory.ToArray()
    } finally {
        $stream.Close()
    }
}
