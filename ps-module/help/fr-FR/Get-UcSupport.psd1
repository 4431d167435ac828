@{
    Synopsis    = 'Montre quelles versions d''Exchange et de Lync vont ensemble pour quelle fonctionnalité.'
    Description = @(
        'Les produits ne prennent pas en charge chaque fonctionnalité entre toutes leurs versions. Voici ce qu''en disent leurs documents, case par case, avec la condition et la source. NotSaid signifie qu''aucun document lu n''en dit rien ; ce n''est ni oui ni non. Aucun serveur n''est interrogé.'
    )
    Parameters  = @{
        Lync = 'Seulement cette version de Lync Server (2010, 2013), de Skype Entreprise Server (2015, 2019) ou d''Office Communications Server (2007R2).'
        Exchange = 'Seulement cette version d''Exchange Server, ou Online pour Exchange Online.'
        Feature = 'Seulement cette fonctionnalité. OnlineOwaIm et OnlineUnifiedMessaging sont celles des boîtes aux lettres dans Exchange Online.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Voir ce que permettent deux versions'
            Code    = @'
Get-UcSupport -Lync 2015 -Exchange 2016
'@
            Remarks = 'Une ligne pour chaque fonctionnalité des serveurs.'
        }
        @{
            Title   = 'Trouver une version pour la messagerie instantanée'
            Code    = @'
Get-UcSupport -Feature OwaIm | Where-Object { $_.Supported -eq 'Yes' }
'@
            Remarks = 'Chaque paire de versions entre lesquelles elle est prise en charge.'
        }
        @{
            Title   = 'Préparer un passage à Exchange Online'
            Code    = @'
Get-UcSupport -Lync 2019 -Exchange Online | Format-List
'@
            Remarks = 'Montre les remarques et les sources en entier.'
        }
    )
    Inputs      = @(
        @{ Type = 'None'; Text = 'Rien.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Support'; Text = 'Feature, Lync, Exchange, Supported (Yes, No ou NotSaid), Note et Sources.' }
    )
    Notes       = @(
        'Sources donne des pages de Microsoft, chacune avec Title (en anglais) et Url. Test-UcIntegration juge les versions trouvées selon la même table.'
    )
    Links       = @('Get-UcRule', 'Test-UcIntegration', 'about_UcIntegration')
}
