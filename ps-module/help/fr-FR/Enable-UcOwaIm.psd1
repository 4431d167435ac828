@{
    Synopsis    = 'Fait fonctionner la messagerie instantanée et la présence dans Outlook sur le web, ou les répare, en une commande sur chaque serveur Mailbox.'
    Description = @(
        'Collecte ce que ce shell et cette machine peuvent dire, ajoute les documents de Fact, établit le plan du scénario OwaIm et applique ce qui relève de ce shell et de cette machine. Avec Exchange 2013, le pool et le certificat sont écrits dans le Web.config du serveur où la commande est lancée ; avec Exchange 2016 et 2019, dans un remplacement de paramètre (setting override).'
        'Si tout est comme il faut, rien n''est fait et rien n''est renvoyé. Après une mise à jour cumulative qui a emporté les paramètres, la même commande les rétablit et ne touche à rien d''autre.'
        'Avec Verbose, elle dit pour chaque serveur avec quel pool et quel certificat elle travaille, et pourquoi. Ce que le plan laisse à une personne est écrit sous forme d''avertissements. Sans les faits de l''environnement Lync, il faut nommer le pool, et un avertissement dit que personne ne l''a vérifié.'
        'Elle ne modifie pas ce qui se trouve sur d''autres machines (Web.config, pools d''applications) : lancez-la tour à tour sur chaque serveur Mailbox, avec le même JournalPath. Avec les seuls faits de l''environnement Lync, rien n''est connu du Web.config des autres serveurs ; un avertissement nomme chacun d''eux, et rien n''y est fait.'
        'Waiting signifie que le plan a une phase pour un autre environnement ou une autre machine dont aucun journal ne dit ici qu''elle est faite, et la nomme : lancez-y la même commande. Si cette phase vient avant, rien n''est fait ici jusque-là ; si elle vient après, cette machine a terminé. Des faits collectés sur un autre serveur Mailbox avant son tour font attendre ce qui est déjà fait : laissez-les de côté ou collectez de nouveau, ou utilisez Force.'
    )
    Parameters  = @{
        Fact = 'Les documents de faits de l''autre environnement : chemins de fichiers (caractères génériques acceptés), fichiers de Get-ChildItem ou objets de Get-UcFact.'
        Force = 'Continue même si les journaux ne disent pas que les phases antérieures du plan ont été faites ailleurs.'
        PassThru = 'Renvoie le plan avant les résultats, avec Choices, Open et Json.'
        WhatIf = 'Montre les étapes qui seraient exécutées, sans rien modifier.'
        Confirm = 'Demande l''accord avant chaque étape. Celles qui interrompent des utilisateurs le demandent d''elles-mêmes si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Réparer après une mise à jour cumulative'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json
'@
            Remarks = 'À lancer dans l''environnement Exchange, tour à tour sur chaque serveur Mailbox, avec le fichier qu''Export-UcFact a écrit dans l''environnement Lync. Rien n''est renvoyé là où il ne reste rien à faire.'
        }
        @{
            Title   = 'Voir quel pool et quel certificat seraient utilisés'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Verbose -WhatIf
'@
            Remarks = 'Dit pourquoi, et ce qui serait fait.'
        }
        @{
            Title   = 'Sans les faits de l''environnement Lync'
            Code    = @'
Enable-UcOwaIm -IMServerName pool.contoso.com
'@
            Remarks = 'Le nom n''est pas vérifié du côté de Lync.'
        }
        @{
            Title   = 'Passer à un certificat renouvelé'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'Il doit être installé sur le serveur, et affecté à IIS avec Exchange 2016 et 2019.'
        }
        @{
            Title   = 'Un seul serveur, et le plan pour le dossier'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Server ex01.contoso.com -PassThru -JournalPath \\files\change\journal
'@
            Remarks = 'Le plan vient en premier ; Export-UcPlan peut l''écrire.'
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
        'Ce qui a été fait peut être défait avec Undo-UcPlan et le plan que renvoie PassThru.'
    )
    Links       = @('Disable-UcOwaIm', 'Test-UcOwaIm', 'Get-UcPlan', 'Invoke-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
