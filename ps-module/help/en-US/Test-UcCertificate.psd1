@{
    Synopsis    = 'Checks whether a certificate meets the requirements of its purpose in the integration.'
    Description = @(
        'Checks a certificate from a file, from the store of this computer or from the pipeline, and reports each condition of a purpose: names, validity, private key and its provider, key size, signature algorithm, key usage, issuers.'
        'OwaIm is instant messaging in Outlook on the web, OAuth is server-to-server authentication, UnifiedMessaging is unified messaging with Lync.'
        'Nothing is changed, and no key is opened or exported. A certificate is valid for its purpose if no condition of severity Error fails or is unknown. A file with certificates alone does not show whether there is a private key: test a certificate by its thumbprint on the computer that will use it.'
    )
    Parameters  = @{
        Purpose = 'The purpose of the certificate: OwaIm, OAuth or UnifiedMessaging.'
        Path = 'Files: .cer or .crt (DER or Base64), .pem (the first certificate is checked, the others are its issuers), .pfx or .p12. Wildcards are accepted.'
        LiteralPath = 'Files, by their exact names. Files from Get-ChildItem are accepted from the pipeline.'
        CertificateThumbprint = 'Thumbprints of certificates in LocalMachine\My of this computer.'
        Certificate = 'Certificates, for example from Get-ChildItem Cert:\LocalMachine\My.'
        Password = 'The password of a .pfx file. If it is omitted, the command prompts for it; press Enter if there is none. It is not stored.'
        Fqdn = 'The FQDNs of the servers that the certificate is for.'
        SipDomain = 'The SIP domains, the default one first. For the purpose OAuth.'
        Now = 'The time for which the certificate is checked. By default, the current time.'
        Quiet = 'Returns only True or False for each certificate.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Check the certificate of Outlook on the web on its server'
            Code    = @'
Test-UcCertificate -Purpose OwaIm -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567 -Fqdn ex01.contoso.com
'@
            Remarks = 'Shows the properties of the certificate, and the conditions that fail.'
        }
        @{
            Title   = 'Check a file before you import it'
            Code    = @'
$check = Test-UcCertificate -Purpose UnifiedMessaging -Path .\um.pfx -Fqdn ex01.contoso.com, ex02.contoso.com
$check.Findings | Where-Object { $_.Status -ne 'Pass' } | Format-List Code, Message, Remedy
'@
            Remarks = 'Prompts for the password of the file.'
        }
        @{
            Title   = 'Find the certificates that can sign tokens'
            Code    = @'
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_ | Test-UcCertificate -Purpose OAuth -SipDomain contoso.com -Quiet }
'@
            Remarks = 'With Quiet, the command returns True or False, so you can use it in a condition.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'; Text = 'Certificates.' }
        @{ Type = 'System.String'; Text = 'File paths.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.CertificateCheck'; Text = 'Purpose, Valid, what the certificate says, and Findings (each with Status, Severity, Code, Message, Remedy, Rule, Interpretation and Evidence).' }
        @{ Type = 'System.Boolean'; Text = 'With Quiet.' }
    )
    Notes       = @(
        'Signatures and revocation are not checked. The issuers are those in the file and those that Windows knows on this computer.'
    )
    Links       = @('Test-UcValue', 'Test-UcIntegration', 'about_UcIntegration')
}
