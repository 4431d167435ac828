@{
    Synopsis    = 'Écrit un rapport sur l''intégration pour ceux qui décident : une seule page HTML.'
    Description = @(
        'Analyse des documents de faits comme Test-UcIntegration, établit un plan comme Get-UcPlan, et écrit le tout en une page : pour chaque scénario s''il fonctionne, un schéma de l''environnement, ce qui ne va pas avec ses preuves et ce qu''il faut faire, ce qui n''est pas encore connu avec la commande qui le dirait, le plan avec ce qu''il interrompt et ce qui l''annule, et ce qui a été collecté, où et quand.'
        'La page est un fichier unique qui n''a besoin d''aucun autre, ni du réseau, ni d''un script. Elle se lit à l''écran, en clair ou en sombre, avec un lecteur d''écran, et s''imprime sur du papier A4.'
        'Sans Fact, les faits de cet environnement et de cet ordinateur sont d''abord collectés. Rien n''est modifié hormis le fichier, ni ici ni ailleurs. La page nomme des serveurs, des pools, des stratégies et des utilisateurs : diffusez-la comme vous diffuseriez ces noms.'
    )
    Parameters  = @{
        Path = 'Le fichier, par exemple rapport.html. Son dossier est créé s''il n''existe pas.'
        Title = 'Ce qui figure en tête du rapport, par exemple le numéro du changement. Un titre habituel si le paramètre est omis.'
        Culture = 'La langue du rapport, par exemple fr-FR ou en-US ; celle de la session si le paramètre est omis.'
        NoPlan = 'Omet le plan.'
        Force = 'Remplace un fichier existant. Sans lui, rien n''est alors écrit.'
        WhatIf = 'Montre quel fichier serait écrit, sans rien écrire.'
        Confirm = 'Demande l''accord avant d''écrire le fichier.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Un rapport pour un comité des changements'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path D:\Change4711\report.html -Title 'Change 4711: instant messaging in Outlook on the web'
'@
            Remarks = 'Les fichiers ont été écrits par Export-UcFact, l''un dans l''environnement Exchange, l''autre dans l''environnement Lync.'
        }
        @{
            Title   = 'Le même rapport en français'
            Code    = @'
Export-UcReport -Fact .\facts-*.json -Path .\rapport.html -Culture fr-FR
'@
            Remarks = 'La langue de la session n''a pas d''importance.'
        }
        @{
            Title   = 'Des constats pour un tableau de bord'
            Code    = @'
Test-UcIntegration -Fact .\facts-*.json | ConvertTo-Json -Depth 4 | Set-Content -Path .\findings.json -Encoding UTF8
'@
            Remarks = 'Un programme lit les constats eux-mêmes, pas la page. Les noms et les valeurs de leurs propriétés restent les mêmes d''une version à l''autre ; docs/schema/estate_check.response.json énumère les valeurs.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Des documents de faits : chemins, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'Le fichier écrit.' }
    )
    Notes       = @(
        'Les caractères invisibles d''un nom, ou qui changent le sens de lecture d''un texte, sont montrés par leur numéro, par exemple [U+202E].'
    )
    Links       = @('Test-UcIntegration', 'Get-UcPlan', 'Export-UcFact', 'about_UcIntegration')
}
