function Select-UcServer {
    <#
    .SYNOPSIS
    The servers that were found, of these versions and with one of these roles.

    .DESCRIPTION
    Edge servers are out of reach for the shells of the others.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([hashtable]$Context, [version]$Since, [version]$Until, [string[]]$Role)
    foreach ($server in $Context.Servers) {
        if (@($server['roles']) -contains 'Edge') { continue }
        if ($Role -and $server.Contains('roles') -and @($server['roles'] | Where-Object { $Role -contains $_ }).Count -eq 0) { continue }
        $version = $null
        if ($server['version'] -match '(\d+)\.(\d+)') { $version = New-Object System.Version ([int]$Matches[1]), ([int]$Matches[2]) }
        if ($null -ne $version -and $null -ne $Since -and $version -lt $Since) { continue }
        if ($null -ne $version -and $null -ne $Until -and $version -gt $Until) { continue }
        $server
    }
}
