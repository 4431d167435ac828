function Get-UcFirewallRule {
    <#
    .SYNOPSIS
    The rules of Windows Firewall, by the interface that every version of Windows has.
    #>
    [OutputType([object])]
    param()
    return (New-Object -ComObject HNetCfg.FwPolicy2).Rules
}
