@{
    Synopsis    = 'Écrit un plan dans un fichier et, avec -AsScript, sous forme de scripts qui s''exécutent sans ce module.'
    Description = @(
        'Écrit plan-<id>.json, d''où le plan peut être repris. Avec -AsScript, écrit aussi un script commenté par phase, comme 1-Lync.ps1 et 2-Exchange-ex01.ps1, à faire relire par un comité des changements et à exécuter dans cet ordre, dans l''environnement et sur l''ordinateur que chacun nomme.'
        'Un script s''exécute dans PowerShell 3.0 ou ultérieur sans ce module. Il compare chaque état à celui pour lequel le plan a été établi, passe ce qui est fait, demande avant une étape qui interrompt des utilisateurs (-Force répond oui), exécute, puis compare de nouveau. Si un état a changé, il ne modifie rien et dit ce qui a changé. -WhatIf montre les étapes, -Undo les annule, -Follow exécute aussi les redémarrages qu''une exécution précédente n''a pas atteints.'
        'Un Web.config est modifié par ce module là où il est installé. Ailleurs le script le modifie lui-même, après une copie à côté du fichier, et refuse tout ce qui n''est pas simple.'
        'Un plan venu d''un fichier est refusé s''il contient une commande qu''aucun plan de ce module n''a. Les valeurs deviennent des constantes dans les scripts, jamais du code.'
    )
    Parameters  = @{
        Plan = 'L''objet que produit Get-UcPlan.'
        PlanPath = 'Le fichier d''un plan, écrit par cette commande.'
        Path = 'Le dossier des fichiers. Il est créé s''il n''existe pas. Par défaut, l''emplacement courant.'
        AsScript = 'Écrit aussi les scripts.'
        Force = 'Remplace les fichiers existants. Sans lui, rien n''est écrit si l''un d''eux existe.'
        WhatIf = 'Montre quels fichiers seraient écrits, sans rien écrire.'
        Confirm = 'Demande l''accord avant chaque fichier.'
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
            Remarks = 'Écrit le plan et un script par environnement et par ordinateur.'
        }
        @{
            Title   = 'Conserver un plan'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json | Export-UcPlan -Path D:\Plans
'@
            Remarks = 'N''écrit que le plan.'
        }
        @{
            Title   = 'Des scripts à partir d''un plan conservé'
            Code    = @'
Export-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Path D:\Change4711 -AsScript -Force
'@
            Remarks = 'Commentaires et messages sont dans la langue de la session, les titres dans celle du plan.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'Les fichiers écrits.' }
    )
    Notes       = @(
        'Les scripts sont en UTF-8 avec marque d''ordre des octets, dont Windows PowerShell a besoin pour bien lire les noms.'
    )
    Links       = @('Get-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
