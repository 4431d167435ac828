@{
    Synopsis    = 'Affiche les versions d''Exchange et de Lync compatibles pour chaque fonctionnalité.'
    Description = @(
        'Toutes les combinaisons de versions ne prennent pas en charge toutes les fonctionnalités. Cette commande affiche ce que la documentation indique pour chaque combinaison, avec sa condition et sa source. NotSaid signifie que la documentation n''indique rien, ni oui ni non. Aucun serveur n''est contacté.'
    )
    Parameters  = @{
        Lync = 'Uniquement cette version de Skype Entreprise Server (SE, 2019, 2015), de Lync Server (2013, 2010) ou d''Office Communications Server (2007R2).'
        Exchange = 'Uniquement cette version d''Exchange Server, SE pour la Subscription Edition, ou Online pour Exchange Online.'
        Feature = 'Uniquement cette fonctionnalité. OnlineOwaIm et OnlineUnifiedMessaging s''appliquent aux boîtes aux lettres dans Exchange Online.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Afficher ce que prennent en charge deux versions'
            Code    = @'
Get-UcSupport -Lync SE -Exchange SE
'@
            Remarks = 'Une ligne pour chaque fonctionnalité des serveurs.'
        }
        @{
            Title   = 'Rechercher une version pour la messagerie instantanée'
            Code    = @'
Get-UcSupport -Feature OwaIm | Where-Object { $_.Supported -eq 'Yes' }
'@
            Remarks = 'Toutes les combinaisons de versions qui la prennent en charge.'
        }
        @{
            Title   = 'Planifier une migration vers Exchange Online'
            Code    = @'
Get-UcSupport -Lync SE -Exchange Online | Format-List
'@
            Remarks = 'Affiche les remarques et les sources en entier.'
        }
    )
    Inputs      = @(
        @{ Type = 'None'; Text = 'Rien.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Support'; Text = 'Feature, Lync, Exchange, Supported (Yes, No ou NotSaid), Note et Sources.' }
    )
    Notes       = @(
        'Sources donne des pages de Microsoft, chacune avec Title (en anglais) et Url. Test-UcIntegration vérifie les versions d''après la même table.'
    )
    Links       = @('Get-UcRule', 'Test-UcIntegration', 'about_UcIntegration')
}
