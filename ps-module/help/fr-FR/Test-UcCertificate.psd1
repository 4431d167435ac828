@{
    Synopsis    = 'Vérifie qu''un certificat convient à son usage dans l''intégration.'
    Description = @(
        'Examine un certificat d''un fichier, du magasin de cette machine ou du pipeline, et dit pour chaque condition d''un usage si elle est remplie : noms, validité, clé privée et son fournisseur, taille de la clé, algorithme de signature, utilisation permise, émetteurs.'
        'OwaIm est la messagerie instantanée dans Outlook sur le web, OAuth l''authentification entre les serveurs, UnifiedMessaging la messagerie unifiée avec Lync.'
        'Rien n''est modifié et aucune clé n''est ouverte ni exportée. Un certificat convient si rien de gravité Error n''échoue ni ne reste inconnu. Un fichier qui ne contient que des certificats ne peut pas dire s''il existe une clé privée : testez donc un certificat par son empreinte sur la machine qui doit l''employer.'
    )
    Parameters  = @{
        Purpose = 'L''usage du certificat : OwaIm, OAuth ou UnifiedMessaging.'
        Path = 'Des fichiers : .cer ou .crt (DER ou Base64), .pem (le premier certificat est jugé, les autres sont ses émetteurs), .pfx ou .p12. Les caractères génériques sont acceptés.'
        LiteralPath = 'Des fichiers, par leur nom exact. Les fichiers de Get-ChildItem arrivent ici.'
        CertificateThumbprint = 'Des empreintes de certificats de LocalMachine\My sur cette machine.'
        Certificate = 'Des certificats, par exemple de Get-ChildItem Cert:\LocalMachine\My.'
        Password = 'Le mot de passe d''un fichier .pfx. S''il manque, il est demandé ; tapez Entrée s''il n''y en a pas. Il n''est écrit nulle part.'
        Fqdn = 'Les noms complets des serveurs auxquels le certificat est destiné.'
        SipDomain = 'Les domaines SIP, celui par défaut en premier. Pour l''usage OAuth.'
        Now = 'Le moment pour lequel le certificat est jugé ; maintenant s''il manque.'
        Quiet = 'Renvoie seulement True ou False pour chaque certificat.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Vérifier le certificat d''Outlook sur le web sur son serveur'
            Code    = @'
Test-UcCertificate -Purpose OwaIm -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567 -Fqdn ex01.contoso.com
'@
            Remarks = 'Affiche ce que dit le certificat et ce qui ne convient pas.'
        }
        @{
            Title   = 'Vérifier un fichier avant de l''importer'
            Code    = @'
$check = Test-UcCertificate -Purpose UnifiedMessaging -Path .\um.pfx -Fqdn ex01.contoso.com, ex02.contoso.com
$check.Findings | Where-Object { $_.Status -ne 'Pass' } | Format-List Code, Message, Remedy
'@
            Remarks = 'Demande le mot de passe du fichier.'
        }
        @{
            Title   = 'Trouver les certificats qui peuvent signer des jetons'
            Code    = @'
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_ | Test-UcCertificate -Purpose OAuth -SipDomain contoso.com -Quiet }
'@
            Remarks = 'Avec Quiet, la commande répond True ou False et se place donc dans une condition.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'; Text = 'Des certificats.' }
        @{ Type = 'System.String'; Text = 'Des chemins de fichiers.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.CertificateCheck'; Text = 'Purpose, Valid, ce que dit le certificat, et Findings (chacun avec Status, Severity, Code, Message, Remedy, Rule, Inference et Evidence).' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Les signatures ne sont pas vérifiées et la révocation n''est pas demandée. Les émetteurs sont ceux du fichier et ceux que Windows connaît sur cette machine.'
    )
    Links       = @('Test-UcValue', 'Test-UcIntegration', 'about_UcIntegration')
}
