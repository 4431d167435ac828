function New-UcCertificateInput {
    <#
    .SYNOPSIS
    What is checked: a certificate, with what is known of its key and its issuers.

    .DESCRIPTION
    KeyKnown says whether the certificate comes from where its key would be; a file with certificates alone cannot
    tell.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
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
