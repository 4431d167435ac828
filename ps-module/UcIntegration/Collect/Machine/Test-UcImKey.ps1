function Test-UcImKey {
    <#
    .SYNOPSIS
    Whether a key is one of instant messaging.

    .DESCRIPTION
    Those that count are known by name, without regard to case, as .NET reads them; others by their beginning, so
    that a word such as "Image" is none.
    #>
    [OutputType([bool])]
    param([string]$Key)
    if (@('IMServerName', 'IMCertificateThumbprint') -contains $Key) { return $true }
    return $Key -cmatch '^(IM[A-Z]|LyncIM)'
}
