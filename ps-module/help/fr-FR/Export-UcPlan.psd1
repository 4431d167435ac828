@{
    Synopsis    = 'Écrit un plan dans un fichier et, avec -AsScript, sous forme de scripts qui s''exécutent sans ce module.'
    Description = @(
        'Écrit plan-<id>.json, que vous pourrez appliquer plus tard. Avec -AsScript, écrit aussi un script commenté par phase, comme 1-Lync.ps1 et 2-Exchange-ex01.ps1. Un comité des changements peut relire les scripts ; exécutez-les dans cet ordre, chacun dans le shell et sur l''ordinateur qu''il indique.'
        'Un script s''exécute dans PowerShell 3.0 et versions ultérieures sans ce module. Il compare chaque état à celui pour lequel le plan a été créé, ignore les étapes terminées, demande une confirmation avant une étape qui interrompt des utilisateurs (-Force répond oui), exécute l''étape, puis compare de nouveau. Si un état a changé, le script ne modifie rien et signale la différence. -WhatIf affiche les étapes, -Undo les annule, -Follow exécute aussi les redémarrages qu''une exécution précédente n''a pas atteints.'
        'Copiez un script d''un partage dans un dossier de l''ordinateur qui l''exécute : la stratégie d''exécution RemoteSigned peut refuser un script sur un partage. Un script qui modifie l''ordinateur exige un shell exécuté en tant qu''administrateur, et le vérifie d''abord.'
        'Si ce module est installé, il modifie le Web.config pour le script. Sinon, le script modifie lui-même le fichier, après une copie à côté de celui-ci, et refuse les fichiers complexes.'
        'Un plan provenant d''un fichier est refusé s''il contient une commande que ce module n''utilise pas dans les plans. Les valeurs deviennent des constantes dans les scripts, jamais du code.'
    )
    Parameters  = @{
        Plan = 'Un objet de Get-UcPlan.'
        PlanPath = 'Le fichier de plan, écrit par cette commande.'
        Path = 'Le dossier des fichiers. Il est créé s''il n''existe pas. Par défaut, l''emplacement actuel.'
        AsScript = 'Écrit aussi les scripts.'
        Force = 'Remplace les fichiers existants. Sans Force, rien n''est écrit si l''un des fichiers existe.'
        WhatIf = 'Affiche les fichiers qui seraient écrits. Rien n''est écrit.'
        Confirm = 'Demande une confirmation avant chaque fichier.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Des scripts pour un comité des changements'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Change4711 -AsScript
'@
            Remarks = 'Écrit le plan et un script par shell et par ordinateur.'
        }
        @{
            Title   = 'Enregistrer un plan'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Plans
'@
            Remarks = 'Écrit uniquement le plan.'
        }
        @{
            Title   = 'Des scripts à partir d''un plan enregistré'
            Code    = @'
Export-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Path D:\Change4711 -AsScript -Force
'@
            Remarks = 'Les commentaires et les messages sont dans la langue de la session ; les titres sont dans celle du plan.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'Les fichiers écrits.' }
    )
    Notes       = @(
        'Les scripts sont des fichiers UTF-8 avec une marque d''ordre d''octet, qu''exige Windows PowerShell.'
    )
    Links       = @('Get-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
