function Get-UcNeededSection {
    <#
    .SYNOPSIS
    The questions that the rules of some scenarios ask, by their places in a document.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([string[]]$Scenario)
    return (Invoke-UcCheckedRequest -Function 'uc_facts_list' -Request @{ scenarios = $Scenario }).Body['facts']
}
