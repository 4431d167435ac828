function Get-UcComputerName {
    <#
    .SYNOPSIS
    The full name of this computer; the short one where it belongs to no domain.
    #>
    [OutputType([string])]
    param()
    $name = $env:COMPUTERNAME
    if (-not $name) { $name = [Environment]::MachineName }
    $domain = ''
    try {
        $domain = [string](Get-UcRegistryValue -Key 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' -Name 'Domain')
    } catch [System.Management.Automation.SessionStateException] {
        # No registry, or no right to read it: the short name tells the computer as well.
        [void](Get-UcCause -Cause $_)
    }
    if ($domain) { return $name + '.' + $domain }
    return $name
}
