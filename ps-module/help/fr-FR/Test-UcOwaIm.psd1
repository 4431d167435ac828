@{
    Synopsis    = 'Collecte les faits et vérifie la messagerie instantanée dans Outlook sur le web.'
    Description = @(
        'Collecte les faits de ce shell et de cet ordinateur, ajoute les faits du paramètre Fact et applique les règles du scénario OwaIm. Les faits de l''autre shell sont Unknown, sauf si vous les indiquez avec Fact.'
    )
    Parameters  = @{
        Quiet = 'Renvoie uniquement True ou False : True si aucune règle de gravité Error n''échoue ni n''est inconnue. Les avis ne comptent pas.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Vérifier à partir d''Exchange Management Shell uniquement'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory }
'@
            Remarks = 'Les faits du shell Lync sont Unknown.'
        }
        @{
            Title   = 'Ajouter les faits du shell Lync'
            Code    = @'
Test-UcOwaIm -Fact .\facts-fe01.contoso.com-Lync-*.json
'@
            Remarks = 'Le fichier a été écrit par Export-UcFact dans le shell Lync.'
        }
        @{
            Title   = 'Vérifier après une mise à jour cumulative'
            Code    = @'
if (-not (Test-UcOwaIm -Fact .\facts-*-Lync-*.json -Quiet)) { Enable-UcOwaIm -Fact .\facts-*-Lync-*.json }
'@
            Remarks = 'Une mise à jour d''Exchange 2013 supprime les paramètres de Web.config ; Enable-UcOwaIm les rétablit.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Faits : chemins de fichiers, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Finding'; Text = 'Status, Severity, Advisory, Rule, Target, TargetKind, Message, Evidence, Remedy, Sources, Interpretation et Collect.' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Rien n''est modifié.'
    )
    Links       = @('Test-UcIntegration', 'Enable-UcOwaIm', 'about_UcIntegration')
}
