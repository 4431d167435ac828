# Files of certificates: .cer and .crt (DER or Base64), .pem with several, .pfx and .p12 with a password. A password is
# given to .NET and to nothing else: commands write what they are given into the logs of modules, and traces write what
# variables hold, so it is never an argument of a command and never in a variable as plain text.

# The bytes of a file. Writes an error and returns nothing if it cannot be read.
function Read-UcCertificateByte {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path)
    try {
        return , [System.IO.File]::ReadAllBytes($Path)
    } catch [System.Exception] {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, (Get-UcCause -Cause $_) -Target $Path))
    }
}

# The blocks of a PEM file, each as bytes; the file itself if it is none.
function Get-UcPemBlock {
    param([byte[]]$Bytes)
    $text = [System.Text.Encoding]::ASCII.GetString($Bytes)
    $blocks = [regex]::Matches($text, '-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END ')
    if ($blocks.Count -eq 0) { return , $Bytes }
    foreach ($block in $blocks) {
        try {
            , [Convert]::FromBase64String($block.Groups[1].Value)
        } catch [System.FormatException] {
            # Not Base64: the library says what is wrong with such bytes.
            [void](Get-UcCause -Cause $_)
            , [System.Text.Encoding]::ASCII.GetBytes($block.Groups[1].Value)
        }
    }
}

# The id of the error of a .pfx file that did not open, and why: ERROR_INVALID_PASSWORD comes through .NET as it is.
function Get-UcPfxFailure {
    param([System.Management.Automation.ErrorRecord]$Cause)
    $id = 'CertificateUnreadable'
    if ([System.Runtime.InteropServices.Marshal]::GetHRForException($Cause.Exception.GetBaseException()) -eq -2147024810) { $id = 'PasswordWrong' }
    return @{ Certificate = @(); Failure = $id; Cause = Get-UcCause -Cause $Cause }
}

# All certificates of a .pfx file: @{ Certificate; Failure; Cause }, Failure being the id of an error or nothing. The key
# goes to no store where .NET can avoid it.
function Open-UcPfx {
    param([byte[]]$Bytes, [System.Security.SecureString]$Password)
    $flags = 'DefaultKeySet'
    if ([Enum]::GetNames([System.Security.Cryptography.X509Certificates.X509KeyStorageFlags]) -contains 'EphemeralKeySet') { $flags = 'EphemeralKeySet' }
    $all = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2Collection
    $plain = [System.Runtime.InteropServices.Marshal]::SecureStringToBSTR($Password)
    try {
        $all.Import($Bytes, [System.Runtime.InteropServices.Marshal]::PtrToStringBSTR($plain), $flags)
        return @{ Certificate = @($all); Failure = $null }
    } catch [System.Exception] {
        return Get-UcPfxFailure -Cause $_
    } finally {
        [System.Runtime.InteropServices.Marshal]::ZeroFreeBSTR($plain)
    }
}

# As Open-UcPfx, but only the certificate that the key belongs to: for systems that cannot leave a key out of their stores.
function Open-UcPfxOwner {
    param([byte[]]$Bytes, [System.Security.SecureString]$Password)
    try {
        $one = New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 $Bytes, $Password
        return @{ Certificate = @($one); Failure = $null }
    } catch [System.Exception] {
        return Get-UcPfxFailure -Cause $_
    }
}

# Asks for the password of a file; nothing where nobody can be asked.
function Read-UcPassword {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path)
    $field = New-Object System.Management.Automation.Host.FieldDescription (Get-UcText -Key 'Certificate_Password')
    $field.SetParameterType([System.Security.SecureString])
    $fields = New-Object 'System.Collections.ObjectModel.Collection[System.Management.Automation.Host.FieldDescription]'
    $fields.Add($field)
    try {
        return $Cmdlet.Host.UI.Prompt('', (Get-UcText -Key 'Certificate_PasswordFor' -Values $Path), $fields)[$field.Name]
    } catch [System.Exception] {
        Write-Verbose (Get-UcCause -Cause $_)
    }
}

# The certificates of a .pfx file, with the password that was given or is asked for. Writes one error and returns nothing
# if it does not open.
function Read-UcPfx {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [byte[]]$Bytes, [string]$Path, [System.Security.SecureString]$Password)
    if ($null -eq $Password) { $Password = Read-UcPassword -Cmdlet $Cmdlet -Path $Path }
    if ($null -eq $Password) {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PasswordMissing' -Key 'Certificate_PasswordMissing' -Values $Path -Target $Path -WithHint))
        return
    }
    $opened = Open-UcPfx -Bytes $Bytes -Password $Password
    if ($opened.Failure -eq 'CertificateUnreadable') { $opened = Open-UcPfxOwner -Bytes $Bytes -Password $Password }
    if (-not $opened.Failure) { return $opened.Certificate }
    if ($opened.Failure -eq 'PasswordWrong') {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'PasswordWrong' -Key 'Certificate_PasswordWrong' -Values $Path -Target $Path))
    } else {
        $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'CertificateUnreadable' -Key 'Certificate_Unreadable' -Values $Path, $opened.Cause -Target $Path))
    }
}

# The certificate of a .pfx file that has a key, and the others with it.
function Get-UcPfxInput {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [byte[]]$Bytes, [string]$Path, [System.Security.SecureString]$Password)
    $all = @(Read-UcPfx -Cmdlet $Cmdlet -Bytes $Bytes -Path $Path -Password $Password)
    if ($all.Count -eq 0) { return }
    $certificate = @(@($all | Where-Object { $_.HasPrivateKey }) + $all)[0]
    $others = @($all | Where-Object { $_.Thumbprint -ne $certificate.Thumbprint })
    New-UcCertificateInput -Certificate $certificate -Other $others -KeyKnown $true -Path $Path
}

# What is judged of a file. Bytes that .NET cannot read go to the library as they are, which says what is wrong with them.
function Get-UcFileInput {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$Path, [System.Security.SecureString]$Password)
    $bytes = Read-UcCertificateByte -Cmdlet $Cmdlet -Path $Path
    if ($null -eq $bytes) { return }
    if (@('.pfx', '.p12') -contains [System.IO.Path]::GetExtension($Path)) {
        return Get-UcPfxInput -Cmdlet $Cmdlet -Bytes $bytes -Path $Path -Password $Password
    }
    $blocks = @(Get-UcPemBlock -Bytes $bytes)
    try {
        $all = @(foreach ($block in $blocks) { New-Object System.Security.Cryptography.X509Certificates.X509Certificate2 (, $block) })
    } catch [System.Exception] {
        Write-Verbose (Get-UcCause -Cause $_)
        $encoded = @($blocks | ForEach-Object { [Convert]::ToBase64String($_) })
        return @{ Asked = @{ certificate = $encoded[0]; chain = @($encoded | Select-Object -Skip 1) }; Path = $Path }
    }
    $found = New-UcCertificateInput -Certificate $all[0] -Other @($all | Select-Object -Skip 1) -Path $Path
    # .NET drops bytes after the end of a certificate without a word; the library does not.
    $found.Asked['certificate'] = [Convert]::ToBase64String($blocks[0])
    return $found
}
