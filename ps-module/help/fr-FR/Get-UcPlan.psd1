@{
    Synopsis    = 'Crée le plan qui corrige les constats : des étapes ordonnées, chacune avec les commandes qui l''annulent.'
    Description = @(
        'Vérifie les faits comme Test-UcIntegration et crée un plan : des phases, chacune pour un shell et un ordinateur, avec des étapes ordonnées. Chaque étape contient sa commande, les constats qu''elle corrige, ce qu''elle interrompt, les états attendus avant et après elle, et les commandes qui l''annulent.'
        'Les constats qu''aucune étape ne peut corriger, par exemple un certificat expiré, sont dans Unresolved avec ce que vous devez faire. Rien n''est exécuté.'
    )
    Parameters  = @{
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Créer un plan à partir de deux shells'
            Code    = @'
$plan = Get-UcPlan -Fact .\facts-*.json
$plan.Stages.Steps
'@
            Remarks = 'Affiche les étapes, dans l''ordre.'
        }
        @{
            Title   = 'Indiquer le pool et le certificat'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -IMServerName pool.contoso.com -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'Les valeurs indiquées remplacent celles en cours d''utilisation.'
        }
        @{
            Title   = 'Afficher ce qui doit être corrigé manuellement'
            Code    = @'
(Get-UcPlan -Fact .\facts-*.json).Unresolved | Format-List
'@
            Remarks = 'Chaque constat indique comment le corriger.'
        }
        @{
            Title   = 'Planifier la désactivation de la messagerie instantanée'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -Disable
'@
            Remarks = 'Pour une organisation sans Lync : sinon, les utilisateurs voient des icônes de présence vides et une erreur à chaque connexion.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Faits : chemins de fichiers, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Id, CreatedAt, Stages, Steps, Unresolved, Decisions (quel pool et quel certificat, et pourquoi) et Json.' }
    )
    Notes       = @(
        'Un plan s''applique à l''environnement à partir duquel il a été créé : Invoke-UcPlan s''arrête à une étape dont l''état n''est ni l''état attendu avant elle ni l''état attendu après elle.'
    )
    Links       = @('Export-UcPlan', 'Invoke-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
