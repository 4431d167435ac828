function Get-UcWebResponse {
    <#
    .SYNOPSIS
    What a GET without credentials answers: the status and the beginning of the body.

    .DESCRIPTION
    A refusal is an answer as well.
    #>
    [OutputType([object[]])]
    param([string]$Url)
    $request = [System.Net.WebRequest]::Create($Url)
    $request.Timeout = 10000
    $request.AllowAutoRedirect = $false
    try {
        $response = Invoke-UcTlsRequest -Block { $request.GetResponse() }
    } catch {
        $cause = $_.Exception.GetBaseException()
        while ($null -ne $cause -and $cause -isnot [System.Net.WebException]) { $cause = $cause.InnerException }
        $response = Get-UcMember $cause 'Response'
        if ($null -eq $response) { throw }
    }
    try {
        $reader = New-Object System.IO.StreamReader ($response.GetResponseStream())
        $buffer = New-Object char[] 64
        $count = $reader.ReadBlock($buffer, 0, 64)
        return [int]$response.StatusCode, (-join $buffer[0..([Math]::Max($count - 1, 0))])
    } finally {
        $response.Close()
    }
}
