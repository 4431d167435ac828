@{
    Synopsis    = 'Désactive la messagerie instantanée dans Outlook sur le web.'
    Description = @(
        'Collecte les faits de ce shell et de cet ordinateur, ajoute les faits du paramètre Fact, crée le plan qui désactive la messagerie instantanée sur les répertoires virtuels OWA et applique les étapes de ce shell et de cet ordinateur.'
        'Utilisez-la dans une organisation sans Lync, ou qui cesse d''utiliser Lync : si la messagerie instantanée est activée sans Lync, les utilisateurs voient des icônes de présence vides et une erreur à chaque connexion. Si elle est déjà désactivée, la commande ne fait rien et ne renvoie rien.'
    )
    Parameters  = @{
        Fact = 'Faits supplémentaires : chemins de fichiers (caractères génériques acceptés), fichiers de Get-ChildItem ou objets de Get-UcFact.'
        Force = 'Continue même si les journaux n''indiquent pas que les phases antérieures du plan ont été terminées ailleurs.'
        PassThru = 'Renvoie le plan avant les résultats.'
        WhatIf = 'Affiche les étapes qui seraient exécutées. Rien n''est modifié.'
        Confirm = 'Demande une confirmation avant chaque étape. Les étapes qui interrompent des utilisateurs la demandent par défaut si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Désactiver sur tous les serveurs'
            Code    = @'
Disable-UcOwaIm
'@
            Remarks = 'Exécutez cette commande dans Exchange Management Shell.'
        }
        @{
            Title   = 'Prévisualiser les modifications'
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
            Remarks = 'Les autres serveurs ne sont pas modifiés.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Faits : chemins de fichiers, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.StepResult'; Text = 'Number, Title, Status (Done, AlreadyCompliant, Unverified, Skipped, WhatIf, Waiting, Drifted, Failed), Shell, Machine, Rule et Message.' }
        @{ Type = 'UcIntegration.Plan'; Text = 'Avec PassThru, d''abord le plan ; sa propriété Decisions indique le pool et le certificat.' }
    )
    Notes       = @(
        'Enable-UcOwaIm la réactive.'
    )
    Links       = @('Enable-UcOwaIm', 'Get-UcPlan', 'Undo-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
