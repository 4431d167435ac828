@{
    Synopsis    = 'Vérifie une empreinte de certificat, un nom de serveur, une adresse SIP ou une autre valeur avant de l''employer.'
    Description = @(
        'Indique si une valeur est valable pour son genre, quelle est sa forme normale et ce qui ne va pas. La commande trouve aussi ce qui ne se voit pas, comme la marque invisible que Windows place devant une empreinte copiée depuis la fenêtre du certificat.'
        'La valeur est seulement examinée : rien n''est cherché dans le DNS, dans un magasin de certificats ou sur un serveur.'
    )
    Parameters  = @{
        Kind = 'Le genre de la valeur : Thumbprint, Fqdn, SipAddress, SipDomain, ApplicationId, Port, Url, AutodiscoverUrl, MetadataUrl ou DialPlan.'
        Value = 'Les valeurs à vérifier. Elles peuvent venir du pipeline.'
        Quiet = 'Renvoie seulement True ou False pour chaque valeur.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Vérifier une empreinte copiée d''une fenêtre'
            Code    = @'
Test-UcValue -Kind Thumbprint -Value '1f 2e 3d 4c 5b 6a 79 88 01 23 45 67 89 ab cd ef 01 23 45 67'
'@
            Remarks = 'Normalized contient la forme à employer : 40 chiffres, sans espaces.'
        }
        @{
            Title   = 'Employer la forme normale'
            Code    = @'
$check = Test-UcValue -Kind Thumbprint -Value (Read-Host 'Empreinte')
if ($check.Valid) { Set-UcAppSetting -Path $web -Key IMCertificateThumbprint -Value $check.Normalized }
'@
            Remarks = 'Demande une empreinte et ne l''écrit que si c''en est bien une.'
        }
        @{
            Title   = 'Repérer les noms qui ne conviennent pas'
            Code    = @'
Get-Content .\serveurs.txt | Where-Object { -not (Test-UcValue -Kind Fqdn -Value $_ -Quiet) }
'@
            Remarks = 'Avec Quiet, la commande répond True ou False et se place donc dans une condition.'
        }
        @{
            Title   = 'Lire ce qui ne va pas'
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
        'Une valeur qui n''a que des avertissements est valable.'
    )
    Links       = @('Set-UcAppSetting', 'about_UcIntegration')
}
