function Get-UcAutodiscoverHost {
    <#
    .SYNOPSIS
    The hosts of autodiscover that the servers and Lync name.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param([hashtable]$Context)
    $urls = @(Get-UcKnownFact $Context 'exchange.clientAccessServices' | ForEach-Object { $_['autodiscoverUri'] })
    $urls += @(Get-UcKnownFact $Context 'lync.oAuthConfiguration' | ForEach-Object { $_['exchangeAutodiscoverUrl'] })
    $hosts = foreach ($url in $urls) {
        $uri = $null
        if ($url -and [uri]::TryCreate($url, [System.UriKind]::Absolute, [ref]$uri)) { $uri.Host.ToLowerInvariant() }
    }
    return @($hosts | Select-Object -Unique)
}
