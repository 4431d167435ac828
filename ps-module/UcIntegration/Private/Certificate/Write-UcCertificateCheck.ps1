function Write-UcCertificateCheck {
    <#
    .SYNOPSIS
    Asks the library, and puts out the answer.

    .DESCRIPTION
    An error concerns this certificate alone.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.CertificateCheck')]
    [OutputType([bool])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Found, [hashtable]$Wanted, [bool]$Quiet)
    $request = $Found.Asked
    foreach ($name in $Wanted.Keys) { $request[$name] = $Wanted[$name] }
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_certificate_check' -Request $request
    if (-not $answer.Ok) {
        $Cmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $Found.Path))
        if ($Quiet) { $false }
    } elseif ($Quiet) {
        $answer.Body['valid']
    } else {
        New-UcCertificateObject -Body $answer.Body -Path $Found.Path
    }
}
