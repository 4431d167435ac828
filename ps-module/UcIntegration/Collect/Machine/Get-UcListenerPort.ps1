function Get-UcListenerPort {
    <#
    .SYNOPSIS
    The TCP ports that are listened on, each once.
    #>
    [OutputType([int])]
    param()
    [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpListeners() | ForEach-Object { $_.Port } | Sort-Object -Unique
}
