function Get-UcUserRecord {
    <#
    .SYNOPSIS
    The users of one section: each object once, as Read makes a record of it.

    .DESCRIPTION
    Read is called with the object and its addresses (EmailAddresses). ReportMissing: the answer has all addresses
    by which a user can be asked for.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter, [string[]]$Term, [switch]$ReportMissing, [scriptblock]$Read)
    $found = New-UcAddressSet
    $seen = New-UcAddressSet
    foreach ($user in (Get-UcUserAnswer -Context $Context -Command $Command -Parameter $Parameter -Term $Term)) {
        $addresses = ConvertTo-UcList (Get-UcMember $user 'EmailAddresses')
        $record = & $Read $user $addresses
        $others = @('sipAddress', 'mail' | ForEach-Object { $record[$_] })
        if (Add-UcAddress -Found $found -Seen $seen -Address (@($record['identity']) + $addresses + $others)) { $record }
    }
    if ($ReportMissing -and -not $Context.AllUsers) { Add-UcMissingUser -Context $Context -Found $found -Command $Command }
}
