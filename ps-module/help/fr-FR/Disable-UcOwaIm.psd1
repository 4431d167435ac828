@{
    Synopsis    = 'Désactive la messagerie instantanée dans Outlook sur le web.'
    Description = @(
        'Collecte ce que ce shell et cette machine peuvent dire, ajoute les documents de Fact, établit le plan qui désactive la messagerie instantanée dans les répertoires virtuels OWA et applique ce qui relève de ce shell et de cette machine.'
        'C''est pour une organisation sans Lync, ou qui y renonce : tant que la messagerie instantanée est activée sans être reliée à rien, les utilisateurs voient des icônes vides et une erreur à chaque connexion. Si elle est déjà désactivée, rien n''est fait et rien n''est renvoyé.'
    )
    Parameters  = @{
        Fact = 'D''autres documents de faits : chemins de fichiers (caractères génériques acceptés), fichiers de Get-ChildItem ou objets de Get-UcFact.'
        Force = 'Continue même si les journaux ne disent pas que les phases antérieures du plan ont été faites ailleurs.'
        PassThru = 'Renvoie le plan avant les résultats.'
        WhatIf = 'Montre les étapes qui seraient exécutées, sans rien modifier.'
        Confirm = 'Demande l''accord avant chaque étape. Celles qui interrompent des utilisateurs le demandent d''elles-mêmes si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Désactiver partout'
            Code    = @'
Disable-UcOwaIm
'@
            Remarks = 'À lancer dans l''environnement Exchange.'
        }
        @{
            Title   = 'Voir d''abord ce qui serait modifié'
            Code    = @'
Disable-UcOwaIm -WhatIf
'@
            Remarks = 'Rien n''est modifié.'
        }
        @{
            Title   = 'Sur un seul serveur'
            Code    = @'
Disable-UcOwaIm -Server ex01.contoso.com
'@
            Remarks = 'Les autres serveurs restent tels quels.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Des documents de faits : chemins, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
        @{ Type = 'UcIntegration.Plan'; Text = 'Avec PassThru, en premier : le plan, dont la propriété Choices dit avec quel pool et quel certificat il travaille.' }
    )
    Notes       = @(
        'Enable-UcOwaIm la réactive.'
    )
    Links       = @('Enable-UcOwaIm', 'Get-UcPlan', 'Undo-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
