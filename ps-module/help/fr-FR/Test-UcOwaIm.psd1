@{
    Synopsis    = 'Collecte les faits et juge d''un coup la messagerie instantanée dans Outlook sur le web.'
    Description = @(
        'Collecte ce que disent cet environnement et cette machine, y ajoute les documents nommés par Fact et applique les règles du scénario OwaIm. Ce que seul l''autre environnement connaît reste Unknown tant que son document n''est pas donné par Fact.'
    )
    Parameters  = @{
        Quiet = 'Renvoie seulement True ou False : True si aucune règle de gravité Error n''échoue ni n''est restée sans réponse.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Juger depuis le seul environnement Exchange'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' }
'@
            Remarks = 'Ce que l''environnement Lync devrait dire est Unknown.'
        }
        @{
            Title   = 'Ajouter ce qu''a dit l''environnement Lync'
            Code    = @'
Test-UcOwaIm -Fact .\facts-fe01.contoso.com-Lync-*.json
'@
            Remarks = 'Le fichier a été écrit par Export-UcFact dans l''environnement Lync.'
        }
        @{
            Title   = 'Vérifier après une mise à jour cumulative'
            Code    = @'
if (-not (Test-UcOwaIm -Fact .\facts-*-Lync-*.json -Quiet)) { Enable-UcOwaIm -Fact .\facts-*-Lync-*.json }
'@
            Remarks = 'Une mise à jour d''Exchange 2013 efface les réglages de Web.config ; Enable-UcOwaIm les rétablit.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Des documents de faits : chemins, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Inference et Collect.' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Rien n''est modifié.'
    )
    Links       = @('Test-UcIntegration', 'Enable-UcOwaIm', 'about_UcIntegration')
}
