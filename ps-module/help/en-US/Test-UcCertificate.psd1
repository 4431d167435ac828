@{
    Synopsis    = 'Checks whether a certificate suits its purpose in the integration.'
    Description = @(
        'Looks at a certificate from a file, from the store of this machine or from the pipeline, and tells for each condition of a purpose whether it holds: names, validity, private key and its provider, size of the key, signature algorithm, allowed use, issuers.'
        'OwaIm is instant messaging in Outlook on the web, OAuth the authentication between the servers, UnifiedMessaging unified messaging with Lync.'
        'Nothing is changed and no key is opened or exported. A certificate is valid for its purpose if nothing of severity Error fails or is unknown. A file with certificates alone cannot tell whether there is a private key, so test a certificate by its thumbprint on the machine that is to use it.'
    )
    Parameters  = @{
        Purpose = 'What the certificate is for: OwaIm, OAuth or UnifiedMessaging.'
        Path = 'Files: .cer or .crt (DER or Base64), .pem (the first certificate is judged, the others are its issuers), .pfx or .p12. Wildcards are accepted.'
        LiteralPath = 'Files, by their exact names. Files from Get-ChildItem arrive here.'
        CertificateThumbprint = 'Thumbprints of certificates in LocalMachine\My of this machine.'
        Certificate = 'Certificates, for example from Get-ChildItem Cert:\LocalMachine\My.'
        Password = 'The password of a .pfx file. Left out, it is asked for; press Enter if there is none. It is written nowhere.'
        Fqdn = 'The full names of the servers that the certificate is for.'
        SipDomain = 'The SIP domains, the default one first. For the purpose OAuth.'
        Now = 'The time at which the certificate is judged; now if it is left out.'
        Quiet = 'Puts out only True or False for each certificate.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Check the certificate of Outlook on the web on its server'
            Code    = @'
Test-UcCertificate -Purpose OwaIm -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567 -Fqdn ex01.contoso.com
'@
            Remarks = 'Shows what the certificate says, and what does not suit.'
        }
        @{
            Title   = 'Check a file before it is imported'
            Code    = @'
$check = Test-UcCertificate -Purpose UnifiedMessaging -Path .\um.pfx -Fqdn ex01.contoso.com, ex02.contoso.com
$check.Findings | Where-Object { $_.Status -ne 'Pass' } | Format-List Code, Message, Remedy
'@
            Remarks = 'Asks for the password of the file.'
        }
        @{
            Title   = 'Find the certificates that can sign tokens'
            Code    = @'
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_ | Test-UcCertificate -Purpose OAuth -SipDomain contoso.com -Quiet }
'@
            Remarks = 'With Quiet the command answers True or False, so it fits into a condition.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'; Text = 'Certificates.' }
        @{ Type = 'System.String'; Text = 'Paths of files.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.CertificateCheck'; Text = 'Purpose, Valid, what the certificate says, and Findings (each with Status, Severity, Code, Message, Remedy, Rule, Inference and Evidence).' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Signatures are not verified and revocation is not asked about. The issuers are those in the file and those that Windows knows on this machine.'
    )
    Links       = @('Test-UcValue', 'Test-UcIntegration', 'about_UcIntegration')
}
