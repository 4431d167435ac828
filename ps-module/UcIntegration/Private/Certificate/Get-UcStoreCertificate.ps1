function Get-UcStoreCertificate {
    <#
    .SYNOPSIS
    The certificate of LocalMachine\My with this thumbprint.

    .DESCRIPTION
    Throws if there is none.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([string]$Thumbprint)
    $body = (Invoke-UcCheckedRequest -Function 'uc_value_check' -Request @{ kind = 'Thumbprint'; value = $Thumbprint }).Body
    if (-not $body['valid']) {
        $problem = @($body['problems'] | Where-Object { $_['severity'] -eq 'Error' })[0]
        throw (New-UcErrorRecord -Id 'ThumbprintInvalid' -Message $problem['message'] -Hint $problem['hint'] -Target $Thumbprint)
    }
    foreach ($certificate in (Get-UcMachineCertificate)) {
        if ($certificate.Thumbprint -eq $body['normalized']) { return $certificate }
    }
    throw (New-UcOwnErrorRecord -Id 'CertificateNotFound' -Key 'Certificate_NotFound' -Values $body['normalized'] -Target $Thumbprint -WithHint)
}
