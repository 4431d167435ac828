@{
    Synopsis    = 'Vérifie l''intégration d''Exchange et de Lync ou Skype Entreprise d''après des faits collectés.'
    Description = @(
        'Applique chaque règle des scénarios aux faits et renvoie un constat pour chaque élément vérifié par une règle. Un fait qui n''a pas été collecté n''est jamais supposé : le constat est alors Unknown et indique la commande et le shell qui le collectent.'
        'Sans Fact, les faits de ce shell et de cet ordinateur sont d''abord collectés. Rien n''est modifié.'
    )
    Parameters  = @{
        Quiet = 'Renvoie uniquement True ou False : True si aucune règle de gravité Error n''échoue ni n''est inconnue. Les avis ne comptent pas.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Vérifier les fichiers de deux shells'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json
'@
            Remarks = 'Les fichiers ont été écrits par Export-UcFact, l''un dans Exchange Management Shell, l''autre dans le shell Lync.'
        }
        @{
            Title   = 'Afficher uniquement ce qui doit être corrigé'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Status -eq 'Fail' -and -not $_.Advisory } | Format-List Rule, Target, Message, Remedy
'@
            Remarks = 'Remedy dit que faire, Sources où l''exigence est écrite.'
        }
        @{
            Title   = 'Utiliser le résultat dans un script'
            Code    = @'
if (-not (Test-UcIntegration -Fact .\facts-*.json -Quiet)) { exit 1 }
'@
            Remarks = 'Quiet renvoie True ou False.'
        }
        @{
            Title   = 'Afficher les faits manquants'
            Code    = @'
(Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Collect }).Collect | Sort-Object Shell, Target, Fact -Unique
'@
            Remarks = 'Affiche une fois chaque fait manquant, avec sa commande.'
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
        'Gravité Error : cela ne fonctionne pas. Warning : cela fonctionne, avec des limites.'
        'Advisory vaut True lorsqu''un constat d''état Fail n''est qu''un avis, par exemple pour une version qui n''est plus prise en charge : l''intégration fonctionne quand même, et aucun plan n''y change rien. Un script pour qui Fail veut dire en panne écarte ces constats, comme le fait l''exemple.'
    )
    Links       = @('Get-UcFact', 'Get-UcPlan', 'Get-UcRule', 'about_UcIntegration')
}
