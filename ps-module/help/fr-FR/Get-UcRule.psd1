@{
    Synopsis    = 'Affiche les règles qui vérifient une intégration.'
    Description = @(
        'Chaque règle a un identificateur stable, une gravité, les versions auxquelles elle s''applique, une condition avec son explication, un remède et sa source dans la documentation. Si une règle va au-delà de la documentation, Interpretation décrit la différence.'
    )
    Parameters  = @{
        Id = 'Les identificateurs de règles. Les caractères génériques sont acceptés. Par défaut, toutes les règles. Les constats du pipeline sont acceptés.'
        Scenario = 'Uniquement les règles de ce scénario.'
        Symptom = 'Ce que vous voyez : des mots d''un message, le numéro d''un événement, ce qui ne fonctionne pas, en français ou en anglais. Les meilleures correspondances viennent en premier. Si aucune règle ne l''explique, une erreur le dit.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Afficher une règle'
            Code    = @'
Get-UcRule OWA-IM-THUMBPRINT | Format-List
'@
            Remarks = 'Affiche son explication, son remède et sa source.'
        }
        @{
            Title   = 'Répertorier les règles sur les serveurs d''applications approuvées'
            Code    = @'
Get-UcRule -Id TAP*
'@
            Remarks = 'Les caractères génériques sont acceptés.'
        }
        @{
            Title   = 'Expliquer les constats en échec'
            Code    = @'
Test-UcOwaIm | Where-Object { $_.Status -eq 'Fail' } | Get-UcRule | Format-List Id, Explanation, Sources
'@
            Remarks = 'Chaque constat contient l''identificateur de sa règle.'
        }
        @{
            Title   = 'Trouver des règles d''après un message ou un événement'
            Code    = @'
Get-UcRule -Symptom 'The peer is not a configured server' | Format-List Id, Symptom, Explanation, Remedy
Get-UcRule -Symptom 'événement 112'
'@
            Remarks = 'La casse ne compte pas, et les mots qui ne figurent dans aucun symptôme, comme des noms de serveurs, sont tolérés.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Des identificateurs de règles.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.Rule'; Text = 'Id, Kind, Severity, Scenario, Role, Exchange, Lync, Title, Explanation, Remedy, Symptom, Interpretation, Sources, After, Fact, Command et Fixable.' }
    )
    Notes       = @(
        'Sources donne des pages de Microsoft, chacune avec Title (en anglais) et Url ; la page s''ouvre dans la langue du navigateur.'
    )
    Links       = @('Test-UcIntegration', 'about_UcIntegration')
}
