# Certificates of this machine: its store, the issuers that Windows knows, and the request that judges one. Reads only;
# private keys are never opened.

# The certificates of the issuers of a certificate, as far as Windows finds them here or among others that were given:
# nearest first. Revocation is not asked about: that is a matter of networks, not of this certificate.
function Get-UcChainCertificate {
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate, [object[]]$Other = @())
    $chain = New-Object System.Security.Cryptography.X509Certificates.X509Chain
    $chain.ChainPolicy.RevocationMode = 'NoCheck'
    $chain.ChainPolicy.UrlRetrievalTimeout = New-Object System.TimeSpan 0, 0, 5
    foreach ($one in $Other) { [void]$chain.ChainPolicy.ExtraStore.Add($one) }
    try {
        [void]$chain.Build($Certificate)
    } catch [System.Security.Cryptography.CryptographicException] {
        Write-Verbose $_.Exception.Message
    }
    foreach ($element in $chain.ChainElements) { $element.Certificate }
}

# The certificates of LocalMachine\My.
function Get-UcMachineCertificate {
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store 'My', 'LocalMachine'
    try {
        $store.Open('ReadOnly')
        foreach ($certificate in $store.Certificates) { $certificate }
    } finally {
        $store.Close()
    }
}

# The certificate of LocalMachine\My with this thumbprint. Writes an error and returns nothing if there is none.
function Get-UcStoreCertificate {
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

# What is judged: a certificate, with what is known of its key and its issuers. KeyKnown says whether the certificate comes
# from where its key would be; a file with certificates alone cannot tell.
function New-UcCertificateInput {
    param($Certificate, [object[]]$Other = @(), [bool]$KeyKnown, [bool]$InStore, [string]$Path)
    $issuers = @(@(Get-UcChainCertificate -Certificate $Certificate -Other $Other) + $Other |
            Where-Object { $_.Thumbprint -ne $Certificate.Thumbprint } | ForEach-Object { [Convert]::ToBase64String($_.RawData) } | Select-Object -Unique)
    $asked = @{ certificate = [Convert]::ToBase64String($Certificate.RawData); chain = $issuers }
    if ($KeyKnown) { $asked['hasPrivateKey'] = $Certificate.HasPrivateKey }
    if ($InStore) {
        $isCng = Test-UcCngKey -Certificate $Certificate
        if ($null -ne $isCng) { $asked['isCngKey'] = $isCng }
    }
    return @{ Asked = $asked; Path = $Path }
}

# Asks the library, and puts out the answer. An error concerns this certificate alone.
function Write-UcCertificateCheck {
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
