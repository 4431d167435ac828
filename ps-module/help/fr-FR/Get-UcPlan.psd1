@{
    Synopsis    = 'Établit le plan qui répare ce que les règles constatent : des étapes ordonnées, chacune avec son inverse.'
    Description = @(
        'Juge les faits comme Test-UcIntegration et établit un plan : des phases, chacune pour un environnement et une machine, avec les étapes dans l''ordre où elles doivent être suivies. Chaque étape porte sa commande, les constats qu''elle répare, ce qu''elle interrompt, l''état qu''elle attend et qu''elle laisse, et son inverse.'
        'Ce qu''aucune étape ne peut réparer, un certificat expiré par exemple, figure dans Open avec ce qu''une personne doit faire. Rien n''est exécuté.'
    )
    Parameters  = @{
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Établir un plan à partir de deux environnements'
            Code    = @'
$plan = Get-UcPlan -Fact .\facts-*.json
$plan.Stages.Steps
'@
            Remarks = 'Montre les étapes, dans l''ordre.'
        }
        @{
            Title   = 'Nommer le pool et le certificat'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -IMServerName pool.contoso.com -CertificateThumbprint 1F2E3D4C5B6A79880123456789ABCDEF01234567
'@
            Remarks = 'Ce qui est donné remplace ce qui est en place.'
        }
        @{
            Title   = 'Voir ce qui reste à faire à la main'
            Code    = @'
(Get-UcPlan -Fact .\facts-*.json).Open | Format-List
'@
            Remarks = 'Chaque point dit que faire.'
        }
        @{
            Title   = 'Prévoir de couper la messagerie instantanée'
            Code    = @'
Get-UcPlan -Fact .\facts-*.json -Disable
'@
            Remarks = 'Pour une organisation sans Lync : sinon les utilisateurs voient des icônes vides et une erreur à chaque connexion.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Object'; Text = 'Des documents de faits : chemins, fichiers ou objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Plan'; Text = 'Id, Made, Stages, Steps, Open, Choices (quel pool et quel certificat, et pourquoi) et Json.' }
    )
    Notes       = @(
        'Un plan vaut pour l''environnement dont il est issu : Invoke-UcPlan s''arrête à l''étape dont l''état n''est ni l''état attendu ni l''état voulu.'
    )
    Links       = @('Export-UcPlan', 'Invoke-UcPlan', 'Test-UcIntegration', 'about_UcIntegration')
}
