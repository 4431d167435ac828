function Test-UcSection {
    <#
    .SYNOPSIS
    Whether a section is asked: it is wanted, and a version of Exchange that is here has it or nothing is known of
    the versions.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Section, [hashtable]$Context)
    if ($Context.Needed -and $Context.Needed -notcontains $Section.Path) { return $false }
    if ($Section.ForUser -and -not $Context.AllUsers -and $Context.User.Count -eq 0) { return $false }
    if ($Section.ForTest -and $Context.TestUser.Count -eq 0) { return $false }
    if ($null -eq $Section.Since -and $null -eq $Section.Until) { return $true }
    if ($null -eq $Context.Servers) { return $true }
    return @(Select-UcServer -Context $Context -Since $Section.Since -Until $Section.Until).Count -gt 0
}
