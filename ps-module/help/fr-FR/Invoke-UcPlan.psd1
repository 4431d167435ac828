@{
    Synopsis    = 'Applique dans l''ordre les étapes d''un plan pour ce shell et cet ordinateur.'
    Description = @(
        'Lit le plan, vérifie qu''il ne contient que des commandes autorisées, et exécute dans l''ordre les phases pour ce shell et cet ordinateur. Avant qu''une phase commence, les états de toutes ses étapes sont vérifiés : si l''un d''eux a changé depuis la création du plan, aucune étape de la phase n''est exécutée, et l''erreur nomme chacune de ces étapes. L''état est de nouveau comparé à l''état attendu avant et après chaque étape. Une étape dont l''état est déjà correct est ignorée ; un état modifié ou une étape en échec arrête l''exécution.'
        'Un journal enregistre les étapes commencées et terminées ; il est écrit sur le disque avant chaque commande. La même commande reprend là où la précédente s''est arrêtée, même après une panne ou un redémarrage, et Undo-UcPlan utilise le journal pour annuler les étapes.'
        'Appliquez sur place les phases d''autres shells et ordinateurs, avec le même -JournalPath sur un partage. La commande attend une phase antérieure du plan qui n''est pas encore terminée.'
    )
    Parameters  = @{
        Plan = 'Un objet de Get-UcPlan.'
        PlanPath = 'Le fichier de plan, écrit par Export-UcPlan.'
        Force = 'Continue même si les journaux n''indiquent pas que les phases antérieures ont été terminées ailleurs.'
        WhatIf = 'Affiche les étapes qui seraient exécutées. Rien n''est modifié, et aucun journal n''est écrit.'
        Confirm = 'Demande une confirmation avant chaque étape. Les étapes qui interrompent des utilisateurs la demandent par défaut si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Prévisualiser les étapes'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Change4711\plan-4f0c2d9be1a37765.json -WhatIf
'@
            Remarks = 'Affiche les étapes pour ce shell et cet ordinateur, avec ce que chacune interrompt.'
        }
        @{
            Title   = 'Appliquer dans deux shells avec un seul journal'
            Code    = @'
Invoke-UcPlan -PlanPath \\files\change\plan-4f0c2d9be1a37765.json -JournalPath \\files\change\journal
'@
            Remarks = 'Exécutez la même commande dans le shell Lync puis dans Exchange Management Shell : le journal du partage indique au second shell où le premier s''est arrêté.'
        }
        @{
            Title   = 'Appliquer sans confirmation et conserver les étapes en échec'
            Code    = @'
$results = Get-UcPlan -Fact .\facts-*.json | Invoke-UcPlan -Confirm:$false
$results | Where-Object { $_.Status -eq 'Failed' -or $_.Status -eq 'Drifted' }
'@
            Remarks = 'Une fois la cause corrigée, le même plan reprend à cette étape.'
        }
        @{
            Title   = 'Continuer sans le journal d''un autre ordinateur'
            Code    = @'
Invoke-UcPlan -PlanPath D:\Plans\plan-4f0c2d9be1a37765.json -Force
'@
            Remarks = 'Utilisez ceci uniquement si vous savez que les phases antérieures sont terminées.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Les objets de Get-UcPlan.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
    )
    Notes       = @(
        'Le recyclage du pool d''applications d''Outlook sur le web déconnecte ses utilisateurs. Ces étapes affichent un message et demandent une confirmation.'
        'Un plan ne peut pas exécuter une commande que le module n''autorise pas, quel que soit l''auteur du fichier.'
    )
    Links       = @('Get-UcPlan', 'Undo-UcPlan', 'Export-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
