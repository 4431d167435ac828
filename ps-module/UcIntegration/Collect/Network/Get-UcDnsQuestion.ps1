function Get-UcDnsQuestion {
    <#
    .SYNOPSIS
    The questions to DNS: texts "type name".
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Context)
    foreach ($name in (Get-UcAutodiscoverHost $Context)) { "A $name" }
    foreach ($server in (Get-UcKnownFact $Context 'exchange.servers')) { if ($server['fqdn']) { 'A ' + $server['fqdn'].ToLowerInvariant() } }
    foreach ($domain in (Get-UcKnownFact $Context 'lync.sipDomains')) { 'SRV _sipfederationtls._tcp.' + $domain['name'].ToLowerInvariant() }
}
