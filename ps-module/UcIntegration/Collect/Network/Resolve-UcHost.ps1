function Resolve-UcHost {
    <#
    .SYNOPSIS
    The addresses of a name.
    #>
    [OutputType([object[]])]
    param([string]$Name)
    try {
        return , @([System.Net.Dns]::GetHostAddresses($Name) | ForEach-Object { $_.ToString() } | Sort-Object)
    } catch {
        $cause = $_.Exception.GetBaseException()
        # No such name is an answer, not a failure.
        if ($cause -is [System.Net.Sockets.SocketException] -and 'HostNotFound', 'NoData' -contains [string]$cause.SocketErrorCode) { return , @() }
        throw
    }
}
