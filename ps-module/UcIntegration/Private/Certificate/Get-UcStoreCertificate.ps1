function Get-UcStoreCertificate {
    <#
    .SYNOPSIS
    The certificate of LocalMachine\My with this thumbprint.

    .DESCRIPTION
    Writes an error and returns nothing if there is none.
    #>
    [CmdletBinding()]
    [OutputType([System.Security.Cryptography.X509Certificates.X509Certificate2])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Thumbprint)
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_value_check' -Request @{ kind = 'Thumbprint'; value = $Thumbprint }
    if (-not $answer.Ok) {
        $Cmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body))
        return
    }
    if (-not $answer.Body['valid']) {
        $problem = @($answer.Body['problems'] | Where-Object { $_['severity'] -eq 'Error' })[0]
        $Cmdlet.WriteError((New-UcErrorRecord -Id 'ThumbprintInvalid' -Message $problem['message'] -Hint $problem['hint'] -Target $Thumbprint))
        return
    }
    foreach ($certificate in (Get-UcMachineCertificate)) {
        if ($certificate.Thumbprint -eq $answer.Body['normalized']) { return $certificate }
    }
    $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'CertificateNotFound' -Key 'Certificate_NotFound' -Values $answer.Body['normalized'] -Target $Thumbprint -WithHint))
}
