function Get-UcWebQuestion {
    <#
    .SYNOPSIS
    The addresses of web services to look at: autodiscover and the metadata documents of both sides.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([hashtable]$Context)
    foreach ($name in (Get-UcAutodiscoverHost $Context)) {
        "https://$name/autodiscover/autodiscover.svc"
        "https://$name/autodiscover/metadata/json/1"
    }
    foreach ($application in (Get-UcKnownFact $Context 'exchange.partnerApplications')) { $application['authMetadataUrl'] }
    foreach ($application in (Get-UcKnownFact $Context 'lync.partnerApplications')) { $application['metadataUrl'] }
    foreach ($pool in (Get-UcKnownFact $Context 'lync.pools')) {
        if (@($pool['services']) -match '^Registrar:') { 'https://' + $pool['fqdn'].ToLowerInvariant() + '/metadata/json/1' }
    }
}
