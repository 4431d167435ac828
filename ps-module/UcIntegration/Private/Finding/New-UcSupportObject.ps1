function New-UcSupportObject {
    <#
    .SYNOPSIS
    A row of the support matrix, as an object of the type UcIntegration.Support.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.Support')]
    param([hashtable]$Row)
    return [pscustomobject]@{
        PSTypeName = 'UcIntegration.Support'
        Feature    = $Row['feature']
        Lync       = $Row['lync']
        Exchange   = $Row['exchange']
        Supported  = $Row['supported']
        Note       = $Row['note']
        Sources    = @(New-UcSourceObject -Source @($Row['sources']))
    }
}
