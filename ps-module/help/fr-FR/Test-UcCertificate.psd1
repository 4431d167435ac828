@{
    Synopsis    = 'Vérifie si un certificat remplit les conditions de son usage dans l''intégration.'
    Description = @(
        'Vérifie un certificat d''un fichier, du magasin de cet ordinateur ou du pipeline, et signale chaque condition d''un usage : noms, validité, clé privée et son fournisseur, taille de la clé, algorithme de signature, utilisation de la clé, émetteurs.'
        'OwaIm désigne la messagerie instantanée dans Outlook sur le web, OAuth l''authentification de serveur à serveur, UnifiedMessaging la messagerie unifiée avec Lync.'
        'Rien n''est modifié, et aucune clé n''est ouverte ni exportée. Un certificat est valide pour son usage si aucune condition de gravité Error n''échoue ni n''est inconnue. Un fichier qui ne contient que des certificats n''indique pas s''il existe une clé privée : testez un certificat par son empreinte sur l''ordinateur qui l''utilisera.'
    )
    Parameters  = @{
        Purpose = 'L''usage du certificat : OwaIm, OAuth ou UnifiedMessaging.'
        Path = 'Des fichiers : .cer ou .crt (DER ou Base64), .pem (le premier certificat est vérifié, les autres sont ses émetteurs), .pfx ou .p12. Les caractères génériques sont acceptés.'
        LiteralPath = 'Des fichiers, par leur nom exact. Les fichiers de Get-ChildItem sont acceptés à partir du pipeline.'
        CertificateThumbprint = 'Des empreintes de certificats de LocalMachine\My sur cet ordinateur.'
        Certificate = 'Des certificats, par exemple de Get-ChildItem Cert:\LocalMachine\My.'
        Password = 'Le mot de passe d''un fichier .pfx. S''il est omis, la commande le demande ; appuyez sur Entrée s''il n''y en a pas. Il n''est pas enregistré.'
        Fqdn = 'Les noms de domaine complets des serveurs auxquels le certificat est destiné.'
        SipDomain = 'Les domaines SIP, celui par défaut en premier. Pour l''usage OAuth.'
        Now = 'L''heure pour laquelle le certificat est vérifié. Par défaut, l''heure actuelle.'
        Quiet = 'Renvoie uniquement True ou False pour chaque certificat.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Vérifier le certificat d''Outlook sur le web sur son serveur'
            Code    = @'
Test-UcCertificate -Purpose OwaIm -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567 -Fqdn ex01.contoso.com
'@
            Remarks = 'Affiche les propriétés du certificat, et les conditions en échec.'
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
            Title   = 'Rechercher les certificats qui peuvent signer des jetons'
            Code    = @'
Get-ChildItem Cert:\LocalMachine\My | Where-Object { $_ | Test-UcCertificate -Purpose OAuth -SipDomain contoso.com -Quiet }
'@
            Remarks = 'Avec Quiet, la commande renvoie True ou False : vous pouvez l''utiliser dans une condition.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Security.Cryptography.X509Certificates.X509Certificate2'; Text = 'Des certificats.' }
        @{ Type = 'System.String'; Text = 'Des chemins de fichiers.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.CertificateCheck'; Text = 'Purpose, Valid, ce que dit le certificat, et Findings (chacun avec Status, Severity, Code, Message, Remedy, Rule, Interpretation et Evidence).' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Les signatures et la révocation ne sont pas vérifiées. Les émetteurs sont ceux du fichier et ceux que Windows connaît sur cet ordinateur.'
    )
    Links       = @('Test-UcValue', 'Test-UcIntegration', 'about_UcIntegration')
}
