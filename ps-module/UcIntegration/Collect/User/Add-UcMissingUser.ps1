function Add-UcMissingUser {
    <#
    .SYNOPSIS
    Keeps a failure for each user that was asked for by a full address and not found: asked and missing is not the
    same as never asked.

    .DESCRIPTION
    Found: all addresses of those who were found.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Context, [System.Collections.Generic.HashSet[string]]$Found, [string]$Command)
    if (-not $Context.Answered) { return }
    foreach ($name in $Context.User) {
        if ($name.Contains('*') -or $Found.Contains($name)) { continue }
        Add-UcFailure -Context $Context -Target $name -Cause (Get-UcText -Key 'Fact_UserMissing' -Values $Command)
    }
}
