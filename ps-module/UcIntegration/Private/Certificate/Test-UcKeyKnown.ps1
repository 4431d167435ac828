function Test-UcKeyKnown {
    <#
    .SYNOPSIS
    Whether a certificate tells if its private key is there.

    .DESCRIPTION
    One that came through a session was made anew of its bytes, and says of every key that there is none. One of a
    management shell has the types of Exchange, and tells.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([System.Security.Cryptography.X509Certificates.X509Certificate2]$Certificate)
    $properties = ([psobject]$Certificate).PSObject.Properties
    return $Certificate.HasPrivateKey -or $null -eq $properties['PSComputerName'] -or $null -ne $properties['Services']
}
