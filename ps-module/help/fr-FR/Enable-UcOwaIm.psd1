@{
    Synopsis    = 'Configure ou répare la messagerie instantanée et la présence dans Outlook sur le web, avec une commande sur chaque serveur de boîtes aux lettres.'
    Description = @(
        'Collecte les faits de ce shell et de cet ordinateur, ajoute les faits du paramètre Fact, crée le plan du scénario OwaIm et applique les étapes de ce shell et de cet ordinateur. Sur Exchange SE, 2019 et 2016, le pool et le certificat sont écrits dans un remplacement de paramètre (setting override) ; sur Exchange 2013, dans le Web.config du serveur où la commande s''exécute.'
        'Si tout est configuré, la commande ne fait rien et ne renvoie rien. Après une mise à jour cumulative qui a supprimé les paramètres, la même commande les rétablit et ne modifie rien d''autre.'
        'Avec Verbose, elle affiche pour chaque serveur le pool et le certificat, et pourquoi ils sont utilisés. Ce que le plan ne peut pas corriger est écrit sous forme d''avertissements. Sans les faits du shell Lync, indiquez le pool ; un avertissement signale alors qu''il n''a pas pu être vérifié.'
        'La commande ne modifie pas les autres ordinateurs (Web.config, pools d''applications) : exécutez-la tour à tour sur chaque serveur de boîtes aux lettres, avec le même JournalPath. Sans les faits des autres serveurs de boîtes aux lettres, leur Web.config est inconnu ; un avertissement nomme chacun de ces serveurs, et rien n''y est modifié.'
        'L''état Waiting indique une phase d''un autre shell ou d''un autre ordinateur qui n''est pas terminée d''après les journaux : exécutez-y la même commande. Si cette phase vient avant, rien n''est fait ici jusque-là ; si elle vient après, cet ordinateur a terminé. Des faits collectés sur un autre serveur de boîtes aux lettres avant son tour font attendre des étapes terminées : omettez ces faits, collectez-les de nouveau ou utilisez Force.'
    )
    Parameters  = @{
        Fact = 'Les faits de l''autre shell : chemins de fichiers (caractères génériques acceptés), fichiers de Get-ChildItem ou objets de Get-UcFact.'
        Force = 'Continue même si les journaux n''indiquent pas que les phases antérieures du plan ont été terminées ailleurs.'
        PassThru = 'Renvoie le plan avant les résultats, avec Decisions, Unresolved et Json.'
        WhatIf = 'Affiche les étapes qui seraient exécutées. Rien n''est modifié.'
        Confirm = 'Demande une confirmation avant chaque étape. Les étapes qui interrompent des utilisateurs la demandent par défaut si $ConfirmPreference vaut High ; -Confirm:$false ne demande rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Réparer après une mise à jour cumulative'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json
'@
            Remarks = 'Exécutez cette commande dans Exchange Management Shell sur chaque serveur de boîtes aux lettres tour à tour, avec le fichier qu''Export-UcFact a écrit dans le shell Lync. S''il n''y a rien à faire, la commande ne renvoie rien.'
        }
        @{
            Title   = 'Prévisualiser le pool et le certificat'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Verbose -WhatIf
'@
            Remarks = 'Affiche les raisons et les étapes qui seraient exécutées.'
        }
        @{
            Title   = 'Sans les faits du shell Lync'
            Code    = @'
Enable-UcOwaIm -IMServerName pool.contoso.com
'@
            Remarks = 'Le pool n''est pas vérifié dans Lync.'
        }
        @{
            Title   = 'Utiliser un certificat renouvelé'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'Il doit être installé sur le serveur, et affecté à IIS sur Exchange SE, 2019 et 2016.'
        }
        @{
            Title   = 'Un seul serveur, avec le plan pour vos dossiers'
            Code    = @'
Enable-UcOwaIm -Fact .\facts-*-Lync-*.json -Server ex01.contoso.com -PassThru -JournalPath \\files\change\journal
'@
            Remarks = 'Le plan est renvoyé en premier ; Export-UcPlan peut l''écrire dans un fichier.'
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
        'Pour annuler les modifications, utilisez Undo-UcPlan avec le plan que renvoie PassThru.'
    )
    Links       = @('Disable-UcOwaIm', 'Test-UcOwaIm', 'Get-UcPlan', 'Invoke-UcPlan', 'about_UcOwaIm', 'about_UcIntegration')
}
