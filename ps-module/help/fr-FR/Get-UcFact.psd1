@{
    Synopsis    = 'Collecte des faits sur l''intégration à partir des shells de gestion et de cet ordinateur.'
    Description = @(
        'Collecte des faits à partir d''Exchange Management Shell, de Lync Server ou Skype for Business Server Management Shell et de l''ordinateur lui-même, et renvoie un objet pour chaque shell de la session. L''objet contient un document (Json) que vous pouvez exporter, copier sur un autre ordinateur et y vérifier avec les documents d''autres ordinateurs.'
        'Le premier objet d''une session contient aussi les faits de l''ordinateur : registre, fichiers Web.config d''Outlook sur le web, magasins de certificats, pool d''applications, événements, dossier des journaux, services et ports. Si la session n''est aucun de ces shells, seuls ces faits sont collectés.'
        'La collecte ne fait que lire. Si une requête échoue, les autres continuent : le document contient alors l''erreur, et la propriété Unknown répertorie ces requêtes. Les requêtes qu''une version d''Exchange ne prend pas en charge sont omises. Seuls les paramètres de messagerie instantanée d''un Web.config sont collectés.'
        'Les utilisateurs ne sont lus que sur demande, avec quelques requêtes pour un grand nombre d''utilisateurs.'
    )
    Parameters  = @{
        User     = 'Les utilisateurs à lire également : adresses SMTP ou SIP. Le caractère générique * est accepté.'
        AllUsers = 'Lit tous les utilisateurs : une requête pour les boîtes aux lettres, une pour les paramètres d''accès au client et une pour les utilisateurs Lync.'
        Shell    = 'Les shells à partir desquels collecter : Exchange, Lync ou Local (cet ordinateur uniquement). Par défaut, tous les shells de la session.'
        Scenario = 'Collecte uniquement les faits qu''exigent les règles de ces scénarios : Prerequisites, OwaIm, UnifiedMessaging ou Hybrid. Par défaut, tous les faits.'
        TestUser = 'Les utilisateurs (adresses SIP) dont Test-CsExStorageConnectivity teste les boîtes aux lettres dans le shell Lync. Le test écrit un élément dans la boîte aux lettres et le supprime : il ne s''exécute que pour les utilisateurs indiqués ici.'
    }
    Globbing    = @('User')
    Examples    = @(
        @{
            Title   = 'Collecter dans le shell actuel'
            Code    = @'
Get-UcFact
'@
            Remarks = 'Affiche l''ordinateur, le shell, l''heure, le nombre de requêtes et les requêtes qui ont échoué.'
        }
        @{
            Title   = 'Afficher pourquoi un fait est inconnu'
            Code    = @'
$fact = Get-UcFact
$fact.Unknown | Format-List
'@
            Remarks = 'Répertorie les requêtes qui ont échoué, chacune avec sa commande et son erreur.'
        }
        @{
            Title   = 'Lire quelques utilisateurs'
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
            Remarks = 'Chaque ordinateur collecte ses propres faits ; les fichiers sont écrits ici.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'L''adresse d''un utilisateur.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet avec une propriété User ou PrimarySmtpAddress, par exemple une boîte aux lettres.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Computer, Shell, Time, Sections (le nombre de requêtes), Unknown (les requêtes qui ont échoué) et Json (le document).' }
    )
    Notes       = @(
        'Démarrez le shell en tant qu''administrateur : les autres comptes ne peuvent pas lire le pool d''applications et certains événements.'
    )
    Links       = @('Export-UcFact', 'Get-UcAppSetting', 'about_UcIntegration')
}
