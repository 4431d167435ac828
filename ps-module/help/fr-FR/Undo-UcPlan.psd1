@{
    Synopsis    = 'Défait ce qui a été fait d''un plan dans ce shell et sur cette machine, en commençant par la fin.'
    Description = @(
        'Lit les journaux du plan, défait ses étapes dans l''ordre inverse et vérifie après chacune que l''ancien état est revenu. Les étapes qui rendent un changement effectif, comme le recyclage d''un pool d''applications, sont répétées à la fin.'
        'Un Web.config que personne n''a modifié depuis redevient ce qu''il était, à l''octet près. Un fichier modifié entre-temps ne perd que ce que le plan y avait mis. Un paramètre que quelqu''un a changé depuis n''est pas touché : l''exécution s''arrête et dit ce qu''elle a trouvé.'
        'Les étapes dont l''état était déjà bon ne sont pas défaites.'
    )
    Parameters  = @{
        Plan = 'L''objet que Get-UcPlan a renvoyé quand le plan a été fait.'
        PlanPath = 'Le fichier du plan.'
        Force = 'Une étape qui ne peut pas être défaite n''empêche pas de défaire les autres.'
        WhatIf = 'Montre ce qui serait défait, sans rien modifier.'
        Confirm = 'Demande l''accord avant chaque étape. Celles qui interrompent des utilisateurs le demandent d''elles-mêmes si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Défaire un plan'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json
'@
            Remarks = 'Lit les journaux du dossier par défaut.'
        }
        @{
            Title   = 'Défaire dans deux environnements'
            Code    = @'
Undo-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Lancez-le d''abord dans l''environnement de la dernière phase, puis dans celui de la phase qui précède.'
        }
        @{
            Title   = 'Voir d''abord ce qui serait fait'
            Code    = @'
Undo-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Rien n''est modifié.'
        }
        @{
            Title   = 'Défaire ce qu''a fait Enable-UcOwaIm'
            Code    = @'
$plan = Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -PassThru | Where-Object { $_.PSObject.TypeNames -contains 'UcIntegration.Plan' }
$plan | Undo-UcPlan
'@
            Remarks = 'Le plan sort avant les résultats de ses étapes.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Undone, AlreadyCompliant, Unverified, WhatIf, Skipped, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
    )
    Notes       = @(
        'Les journaux doivent être là : sans eux, rien n''est réputé fait et rien n''est défait.'
    )
    Links       = @('Invoke-UcPlan', 'Get-UcPlan', 'Restore-UcConfig', 'about_UcOwaIm', 'about_UcIntegration')
}
