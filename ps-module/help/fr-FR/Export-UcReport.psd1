@{
    Synopsis    = 'Écrit un rapport sur l''intégration sous la forme d''une seule page HTML.'
    Description = @(
        'Vérifie les faits comme Test-UcIntegration, crée un plan comme Get-UcPlan, et écrit le tout dans une page : l''état de chaque scénario, un schéma de l''environnement, les problèmes avec leurs preuves et leurs corrections, les faits manquants avec les commandes qui les collectent, le plan avec ce que chaque étape interrompt et ce qui l''annule, ainsi que la source et l''heure des faits.'
        'La page est un fichier unique, sans script ni ressource externe. Vous pouvez la lire à l''écran en mode clair ou sombre et avec un lecteur d''écran, et l''imprimer au format A4.'
        'Sans Fact, les faits de ce shell et de cet ordinateur sont d''abord collectés. Rien n''est modifié à part le fichier. La page contient des noms de serveurs, de pools, de stratégies et d''utilisateurs : diffusez-la en conséquence.'
    )
    Parameters  = @{
        Path = 'Le fichier, par exemple rapport.html. Son dossier est créé s''il n''existe pas.'
        Title = 'Le titre du rapport, par exemple le numéro du changement. S''il est omis, un titre par défaut est utilisé.'
        Culture = 'La langue du rapport, par exemple fr-FR ou en-US. Par défaut, celle de la session.'
        NoPlan = 'Omet le plan.'
        Force = 'Remplace un fichier existant. Sans Force, rien n''est écrit si le fichier existe.'
        WhatIf = 'Affiche le fichier qui serait écrit. Rien n''est écrit.'
        Confirm = 'Demande une confirmation avant d''écrire le fichier.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Un rapport pour un comité des changements'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path D:\Change4711\report.html -Title 'Change 4711: instant messaging in Outlook on the web'
'@
            Remarks = 'Les fichiers ont été écrits par Export-UcFact, l''un dans Exchange Management Shell, l''autre dans le shell Lync.'
        }
        @{
            Title   = 'Le même rapport en français'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path .\rapport.html -Culture fr-FR
'@
            Remarks = 'La langue de la session n''est pas utilisée.'
        }
        @{
            Title   = 'Des constats pour un tableau de bord'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | ConvertTo-Json -Depth 4 | Set-Content -Path .\findings.json -Encoding UTF8
'@
            Remarks = 'Les programmes lisent les constats, pas la page. Les noms et les valeurs de leurs propriétés ne changent pas entre les versions ; docs/schema/estate_check.response.json répertorie les valeurs.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Faits : chemins de fichiers, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'Le fichier écrit.' }
    )
    Notes       = @(
        'Les caractères invisibles, et ceux qui changent le sens du texte, sont affichés par leur point de code, par exemple [U+202E].'
    )
    Links       = @('Test-UcIntegration', 'Get-UcPlan', 'Export-UcFact', 'about_UcIntegration')
}
