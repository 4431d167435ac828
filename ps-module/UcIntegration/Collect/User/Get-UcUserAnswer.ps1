function Get-UcUserAnswer {
    <#
    .SYNOPSIS
    The users of a query, for all users or for those that were asked for, each once.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter, [string[]]$Term)
    if ($Context.AllUsers) { return Get-UcAnswer $Context $Command $Parameter }
    foreach ($filter in (Get-UcUserFilter -User $Context.User -Term $Term)) {
        $arguments = $Parameter.Clone()
        $arguments['Filter'] = $filter
        Get-UcAnswer $Context $Command $arguments
    }
}
