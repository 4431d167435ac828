@{
    Synopsis    = 'Juge, à partir de faits collectés, l''intégration d''Exchange et de Lync ou Skype Entreprise.'
    Description = @(
        'Applique chaque règle des scénarios aux documents de faits et renvoie un constat par objet examiné. Un fait que personne n''a collecté n''est jamais supposé : le constat est alors Unknown et nomme la commande et l''environnement qui donneraient la réponse.'
        'Sans Fact, les faits de cet environnement et de cette machine sont d''abord collectés. Rien n''est modifié, ni ici ni ailleurs.'
    )
    Parameters  = @{
        Quiet = 'Renvoie seulement True ou False : True si aucune règle de gravité Error n''échoue ni n''est restée sans réponse.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Juger les fichiers de deux environnements'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json
'@
            Remarks = 'Les fichiers ont été écrits par Export-UcFact, l''un dans l''environnement Exchange, l''autre dans l''environnement Lync.'
        }
        @{
            Title   = 'Ne voir que ce qui reste à faire'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Status -eq 'Fail' } | Format-List Rule, Target, Message, Remedy
'@
            Remarks = 'Remedy dit que faire, Sources où l''exigence est écrite.'
        }
        @{
            Title   = 'Employer la réponse dans un script'
            Code    = @'
if (-not (Test-UcIntegration -Fact .\facts-*.json -Quiet)) { exit 1 }
'@
            Remarks = 'Quiet répond True ou False.'
        }
        @{
            Title   = 'Savoir ce qui reste à collecter'
            Code    = @'
(Test-UcIntegration -Fact .\facts-*.json | Where-Object { $_.Collect }).Collect | Sort-Object Shell, Target, Fact -Unique
'@
            Remarks = 'Montre une fois chaque fait manquant, avec sa commande.'
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
        'Gravité Error : cela ne fonctionne pas. Warning : cela fonctionne, mais mal ou plus pour longtemps.'
    )
    Links       = @('Get-UcFact', 'Get-UcPlan', 'Get-UcRule', 'about_UcIntegration')
}
