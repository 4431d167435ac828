function Get-UcServerToAsk {
    <#
    .SYNOPSIS
    The servers that a section asks one by one.

    .DESCRIPTION
    Without servers there is nobody to ask, and that is an error.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([hashtable]$Context, [version]$Since, [version]$Until, [string[]]$Role)
    if ($null -eq $Context.Servers) {
        throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_ServersUnknown'))
    }
    Select-UcServer -Context $Context -Since $Since -Until $Until -Role $Role
}
