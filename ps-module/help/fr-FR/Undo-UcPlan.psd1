@{
    Synopsis    = 'Annule les étapes d''un plan appliquées dans ce shell et sur cet ordinateur, en commençant par la dernière.'
    Description = @(
        'Lit les journaux du plan, annule ses étapes dans l''ordre inverse et vérifie après chacune que l''état précédent est rétabli. Les étapes qui activent une modification, comme le recyclage d''un pool d''applications, sont répétées à la fin.'
        'Si un Web.config n''a pas été modifié après l''application du plan, son contenu précédent est restauré à l''octet près. Sinon, seules les modifications du plan sont annulées. Un paramètre modifié par la suite n''est pas annulé : l''exécution s''arrête et signale la différence.'
        'Les étapes dont l''état était déjà correct ne sont pas annulées.'
    )
    Parameters  = @{
        Plan = 'L''objet que Get-UcPlan a renvoyé à la création du plan.'
        PlanPath = 'Le fichier de plan.'
        Force = 'Annule les autres étapes même si une étape ne peut pas être annulée.'
        WhatIf = 'Affiche ce qui serait annulé. Rien n''est modifié.'
        Confirm = 'Demande une confirmation avant chaque étape. Les étapes qui interrompent des utilisateurs la demandent par défaut si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Annuler un plan'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json
'@
            Remarks = 'Lit les journaux du dossier par défaut.'
        }
        @{
            Title   = 'Annuler dans deux shells'
            Code    = @'
Undo-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Exécutez d''abord la commande dans le shell de la dernière phase, puis dans celui de la phase qui précède.'
        }
        @{
            Title   = 'Prévisualiser ce qui serait annulé'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Rien n''est modifié.'
        }
        @{
            Title   = 'Annuler Enable-UcOwaIm'
            Code    = @'
$plan = Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -PassThru | Where-Object { $_.PSObject.TypeNames -contains 'UcIntegration.Plan' }
$plan | Undo-UcPlan
'@
            Remarks = 'Le plan est renvoyé avant les résultats de ses étapes.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Undone, AlreadyCompliant, Unverified, WhatIf, Skipped, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
    )
    Notes       = @(
        'Les journaux sont nécessaires : sans eux, aucune étape n''est réputée appliquée, et rien n''est annulé.'
    )
    Links       = @('Invoke-UcPlan', 'Get-UcPlan', 'Restore-UcConfig', 'about_UcOwaIm', 'about_UcIntegration')
}
