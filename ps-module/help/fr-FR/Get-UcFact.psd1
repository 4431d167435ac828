@{
    Synopsis    = 'Collecte ce que les shells de gestion et cet ordinateur peuvent dire de l''intégration.'
    Description = @(
        'Demande à l''Exchange Management Shell, au shell de gestion de Lync Server ou de Skype for Business Server et à l''ordinateur lui-même ce qui compte pour l''intégration, et renvoie un objet par shell de la session. L''objet contient un document (Json) qu''on peut exporter, emporter sur un autre ordinateur et y évaluer avec les documents d''autres ordinateurs.'
        'Le premier objet d''une session contient aussi les faits de l''ordinateur : registre, fichiers Web.config d''Outlook sur le web, magasins de certificats, pool d''applications, événements, dossier des journaux, services et ports. Dans une session qui n''est ni l''un ni l''autre shell, seuls ces faits sont collectés.'
        'La collecte ne fait que lire. Une question qui échoue ne l''arrête pas : le document dit alors que la réponse est inconnue et pourquoi, et la propriété Unknown donne ces questions. Ce qu''une version d''Exchange n''a pas n''est pas demandé. D''un Web.config, seuls les paramètres de la messagerie instantanée sont pris.'
        'Les utilisateurs ne sont lus que sur demande, en quelques requêtes même s''ils sont nombreux.'
    )
    Parameters  = @{
        User     = 'Les utilisateurs à lire aussi : adresses SMTP ou SIP. Un astérisque remplace des caractères quelconques.'
        AllUsers = 'Lit tous les utilisateurs : une requête pour les boîtes aux lettres, une pour les paramètres d''accès client et une pour les utilisateurs de Lync.'
        Shell    = 'Les shells où collecter : Exchange, Lync ou Local (cet ordinateur seulement). Par défaut, tous ceux de la session.'
        Scenario = 'Ne collecte que ce que demandent les règles de ces scénarios : Prerequisites, OwaIm, UnifiedMessaging ou Hybrid. Par défaut, tout.'
        TestUser = 'Les utilisateurs (adresses SIP) avec les boîtes aux lettres desquels Test-CsExStorageConnectivity est lancé dans le shell Lync. Ce test écrit un élément dans la boîte puis l''efface : il n''est donc fait que pour ceux qui sont nommés ici.'
    }
    Globbing    = @('User')
    Examples    = @(
        @{
            Title   = 'Collecter dans le shell ouvert'
            Code    = @'
Get-UcFact
'@
            Remarks = 'Affiche l''ordinateur, le shell, l''heure, le nombre de questions et celles qui sont restées sans réponse.'
        }
        @{
            Title   = 'Voir pourquoi une réponse est inconnue'
            Code    = @'
$fact = Get-UcFact
$fact.Unknown | Format-List
'@
            Remarks = 'Donne les questions sans réponse, chacune avec sa commande et ce que celle-ci a dit.'
        }
        @{
            Title   = 'Lire aussi quelques utilisateurs'
            Code    = @'
Get-UcFact -User alice@contoso.com, bob@contoso.com | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Écrit les faits avec la boîte aux lettres, la stratégie et le compte Lync de deux utilisateurs.'
        }
        @{
            Title   = 'Collecter sur plusieurs ordinateurs'
            Code    = @'
Invoke-Command -ComputerName EX01, EX02 { Import-Module UcIntegration; Get-UcFact -Shell Local } | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Chaque ordinateur donne ses propres faits ; les fichiers sont écrits ici.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'L''adresse d''un utilisateur.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet avec une propriété User ou PrimarySmtpAddress, par exemple une boîte aux lettres.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Computer, Shell, Time, Sections (le nombre de questions), Unknown (celles sans réponse) et Json (le document).' }
    )
    Notes       = @(
        'Lancez le shell en tant qu''administrateur : le pool d''applications et certains événements sont cachés aux autres.'
    )
    Links       = @('Export-UcFact', 'Get-UcAppSetting', 'about_UcIntegration')
}
