function Test-UcShellCommand {
    <#
    .SYNOPSIS
    Whether this session has a command.

    .DESCRIPTION
    Loaded: only in what is loaded, which is so of a shell of a product once its first command was found. Looking further
    for one that is not there makes old shells search all modules of the machine; a name with a wildcard does not.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$Name, [switch]$Loaded)
    if (-not $Loaded) { return $null -ne (Get-Command -Name $Name -ErrorAction Ignore) }
    return $null -ne (Get-Command -Name ($Name -replace '(.)$', '[$1]') -ListImported -ErrorAction Ignore)
}
