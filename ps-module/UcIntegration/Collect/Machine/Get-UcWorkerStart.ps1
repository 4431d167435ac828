function Get-UcWorkerStart {
    <#
    .SYNOPSIS
    When the oldest worker process of each application pool was started, by the name of the pool.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Context)
    $started = @{}
    $parameter = @{ ClassName = 'Win32_Process'; Filter = "Name = 'w3wp.exe'" }
    foreach ($process in (Get-UcAnswer $Context 'Get-CimInstance' $parameter -Target 'w3wp.exe')) {
        if ([string](Get-UcMember $process 'CommandLine') -notmatch '-ap\s+"?([^"\s]+)') { continue }
        $time = ConvertTo-UcTime (Get-UcMember $process 'CreationDate')
        $name = $Matches[1]
        if ($null -ne $time -and (-not $started.ContainsKey($name) -or $time -lt $started[$name])) { $started[$name] = $time }
    }
    return $started
}
