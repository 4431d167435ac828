function Resolve-UcDnsSrvRecord {
    <#
    .SYNOPSIS
    The targets of a service record.

    .DESCRIPTION
    Windows Server 2008 R2 has no cmdlet for it.
    #>
    [OutputType([object[]])]
    param([string]$Name)
    if (-not (Test-UcShellCommand -Name 'Resolve-DnsName')) {
        throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_CommandMissing' -Values 'Resolve-DnsName'))
    }
    try {
        $answers = @(Resolve-DnsName -Name $Name -Type SRV -DnsOnly -ErrorAction Stop)
    } catch {
        if ($_.FullyQualifiedErrorId -match 'DNS_ERROR_RCODE_NAME_ERROR|DNS_INFO_NO_RECORDS') { return , @() }
        throw
    }
    $records = $answers | Where-Object { [string](Get-UcMember $_ 'Type') -eq 'SRV' }
    return , @($records | ForEach-Object { '{0}:{1}' -f $_.NameTarget, $_.Port } | Sort-Object)
}
