@{
    Synopsis    = 'Vérifie une empreinte, un nom de serveur, une adresse SIP ou une autre valeur avant de l''utiliser.'
    Description = @(
        'Indique si une valeur est valide, sa forme normalisée et ses problèmes. La commande détecte les caractères invisibles, comme la marque que Windows ajoute à une empreinte copiée à partir de la boîte de dialogue du certificat.'
        'Seule la valeur elle-même est vérifiée : DNS, les magasins de certificats et les serveurs ne sont pas contactés.'
    )
    Parameters  = @{
        Kind = 'Le type de la valeur : Thumbprint, Fqdn, SipAddress, SipDomain, ApplicationId, Port, Url, AutodiscoverUrl, MetadataUrl ou DialPlan.'
        Value = 'Les valeurs à vérifier. Elles sont acceptées à partir du pipeline.'
        Quiet = 'Renvoie uniquement True ou False pour chaque valeur.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Vérifier une empreinte copiée à partir d''une boîte de dialogue'
            Code    = @'
Test-UcValue -Kind Thumbprint -Value '1f 2e 3d 4c 5b 6a 79 88 01 23 45 67 89 ab cd ef 01 23 45 67'
'@
            Remarks = 'Normalized contient la forme à utiliser : 40 chiffres, sans espaces.'
        }
        @{
            Title   = 'Utiliser la forme normalisée'
            Code    = @'
$check = Test-UcValue -Kind Thumbprint -Value (Read-Host 'Empreinte')
if ($check.Valid) { Set-UcAppSetting -Path $web -Key IMCertificateThumbprint -Value $check.Normalized }
'@
            Remarks = 'Demande une empreinte et ne l''écrit que si elle est valide.'
        }
        @{
            Title   = 'Rechercher les noms non valides'
            Code    = @'
Get-Content .\serveurs.txt | Where-Object { -not (Test-UcValue -Kind Fqdn -Value $_ -Quiet) }
'@
            Remarks = 'Avec Quiet, la commande renvoie True ou False : vous pouvez l''utiliser dans une condition.'
        }
        @{
            Title   = 'Afficher les problèmes'
            Code    = @'
(Test-UcValue -Kind SipAddress -Value 'sip:anna@contoso').Problems | Format-List
'@
            Remarks = 'Affiche le code, la gravité, le message et le conseil de chaque problème.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Les valeurs à vérifier.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ValueCheck'; Text = 'Kind, Value, Valid, Normalized et Problems (chacun avec Code, Severity, Message et Hint).' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Une valeur qui n''a que des avertissements est valide.'
    )
    Links       = @('Set-UcAppSetting', 'about_UcIntegration')
}
