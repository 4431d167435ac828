function Get-UcRouting {
    <#
    .SYNOPSIS
    How an Edge routes to partners: DnsSrv or DefaultRoute; nothing if the answer does not tell.

    .DESCRIPTION
    RoutingMethod says it. An answer without it says it by its type, which a session from elsewhere gives with a prefix.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param($Edge)
    $said = [string](Get-UcMember $Edge 'RoutingMethod')
    if (-not $said) { $said = ([psobject]$Edge).PSObject.TypeNames -join ' ' }
    if ($said -match 'DnsSrv') { return 'DnsSrv' }
    if ($said -match 'DefaultRout') { return 'DefaultRoute' }
}
