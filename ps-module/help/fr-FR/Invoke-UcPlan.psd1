@{
    Synopsis    = 'Applique l''une après l''autre les étapes d''un plan qui relèvent de ce shell et de cette machine.'
    Description = @(
        'Lit le plan, vérifie qu''il ne contient que des commandes admises, et exécute dans l''ordre les phases de ce shell et de cette machine. Avant qu''une phase commence, les états de toutes ses étapes sont examinés : si l''un d''eux a changé depuis la création du plan, aucune étape de la phase n''est exécutée, et l''erreur nomme chaque étape concernée. Avant chaque étape, l''état est encore comparé à celui pour lequel le plan a été fait, et après elle à celui qui était voulu. Une étape dont l''état est déjà bon est passée ; une étape dont l''état a changé entre-temps arrête l''exécution, tout comme une étape qui échoue.'
        'Un journal garde ce qui a été commencé et ce qui a été fait ; il est sur le disque avant chaque commande. Le même appel reprend là où le précédent s''est arrêté, même après une panne ou un redémarrage, et Undo-UcPlan revient en arrière à partir du journal.'
        'Les phases d''autres environnements et d''autres machines s''exécutent là-bas, avec le même -JournalPath sur un partage. Une phase antérieure du plan qui n''est pas terminée est attendue.'
    )
    Parameters  = @{
        Plan = 'L''objet que renvoie Get-UcPlan.'
        PlanPath = 'Le fichier d''un plan, écrit par Export-UcPlan.'
        Force = 'Continue même si les journaux ne disent pas que les phases antérieures ont été faites ailleurs.'
        WhatIf = 'Montre les étapes qui seraient exécutées, ne modifie rien et ne tient pas de journal.'
        Confirm = 'Demande l''accord avant chaque étape. Celles qui interrompent des utilisateurs le demandent d''elles-mêmes si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Voir ce qui se passerait'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Montre les étapes de ce shell et de cette machine, avec ce que chacune interrompt.'
        }
        @{
            Title   = 'Appliquer dans deux environnements avec un seul journal'
            Code    = @'
Invoke-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Lancez la même ligne dans l''environnement Lync puis dans celui d''Exchange : le journal du partage dit au second où le premier s''est arrêté.'
        }
        @{
            Title   = 'Appliquer sans question et garder ce qui a échoué'
            Code    = @'
$results = Get-UcPlan -Fact .\facts-*.json | Invoke-UcPlan -Confirm:$false
$results | Where-Object { $_.Status -eq 'Failed' -or $_.Status -eq 'Drifted' }
'@
            Remarks = 'Une fois la cause supprimée, le même plan reprend à cette étape.'
        }
        @{
            Title   = 'Continuer sans le journal d''une autre machine'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Force
'@
            Remarks = 'Seulement si vous savez que les phases antérieures sont terminées.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
    )
    Notes       = @(
        'Le recyclage du pool d''applications d''Outlook sur le web déconnecte ses utilisateurs. Ces étapes le disent et demandent l''accord.'
        'Un plan ne peut pas exécuter une commande que le module ne connaît pas, quel que soit l''auteur du fichier.'
    )
    Links       = @('Get-UcPlan', 'Undo-UcPlan', 'Export-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
