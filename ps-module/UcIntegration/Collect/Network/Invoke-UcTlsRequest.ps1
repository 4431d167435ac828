function Invoke-UcTlsRequest {
    <#
    .SYNOPSIS
    Runs a request with TLS 1.1 and 1.2 allowed as well.

    .DESCRIPTION
    Windows PowerShell uses SSL 3.0 and TLS 1.0 alone unless the machine is configured otherwise, and servers without them
    would seem not to answer. The setting belongs to the whole process, so it is put back. 0 leaves the choice to
    Windows; the other numbers are those of TLS 1.1 and 1.2.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([scriptblock]$Block)
    $before = [System.Net.ServicePointManager]::SecurityProtocol
    try {
        if ([int]$before -ne 0) { [System.Net.ServicePointManager]::SecurityProtocol = [int]$before -bor 768 -bor 3072 }
        & $Block
    } finally {
        [System.Net.ServicePointManager]::SecurityProtocol = $before
    }
}
