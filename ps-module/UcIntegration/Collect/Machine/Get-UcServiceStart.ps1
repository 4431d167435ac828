# When the process of each of these services was started, by the name of the service: a setting that is newer than the
# process is not in force yet.
$script:UcRestarted = @('MSExchangeUM', 'MSExchangeUMCR', 'RTCSRV')

function Get-UcServiceStart {
    <#
    .SYNOPSIS
    When the process of each service that has to be restarted after a change was started, by the name of the
    service.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Context)
    $started = @{}
    $filter = ($script:UcRestarted | ForEach-Object { "Name = '$_'" }) -join ' OR '
    foreach ($service in (Get-UcAnswer $Context 'Get-CimInstance' @{ ClassName = 'Win32_Service'; Filter = $filter } -Target 'Win32_Service')) {
        $id = ConvertTo-UcNumber (Get-UcMember $service 'ProcessId')
        if (-not $id) { continue }
        foreach ($process in (Get-UcAnswer $Context 'Get-CimInstance' @{ ClassName = 'Win32_Process'; Filter = "ProcessId = $id" } -Target ([string](Get-UcMember $service 'Name')))) {
            $time = ConvertTo-UcTime (Get-UcMember $process 'CreationDate')
            if ($null -ne $time) { $started[[string](Get-UcMember $service 'Name')] = $time }
        }
    }
    return $started
}
