function Get-UcEvent {
    <#
    .SYNOPSIS
    The newest events that a filter finds; nothing if there are none.

    .DESCRIPTION
    Older shells ask for the text in the culture of the formats, and get none where its language is not installed: then
    the text is asked for in English.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([hashtable]$Filter, [int]$Count = 1)
    $thread = [System.Threading.Thread]::CurrentThread
    $own = $thread.CurrentCulture
    $found = @()
    try {
        foreach ($culture in $own, [System.Globalization.CultureInfo]::GetCultureInfo('en-US')) {
            $thread.CurrentCulture = $culture
            $found = @(Get-WinEvent -FilterHashtable $Filter -MaxEvents $Count -ErrorAction Stop)
            if (@($found | Where-Object { -not (Get-UcMember $_ 'Message') }).Count -eq 0) { break }
        }
    } catch {
        if ($_.FullyQualifiedErrorId -notlike 'NoMatchingEventsFound*') { throw }
    } finally {
        $thread.CurrentCulture = $own
    }
    return $found
}
