function Add-UcJournalEntry {
    <#
    .SYNOPSIS
    Adds an entry; it is on the disk when this returns.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Journal, [hashtable]$Entry)
    $Entry['time'] = [datetime]::UtcNow.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    $Entry['user'] = [Environment]::UserDomainName + '\' + [Environment]::UserName
    $Entry['computer'] = $Journal.Computer
    $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-UcJson $Entry) + "`n")
    $Journal.Stream.Write($bytes, 0, $bytes.Length)
    $Journal.Stream.Flush($true)
}
