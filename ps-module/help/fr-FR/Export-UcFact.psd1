@{
    Synopsis    = 'Écrit des faits dans des fichiers, un par shell et par ordinateur.'
    Description = @(
        'Écrit chaque document de faits dans son propre fichier, en UTF-8. Le nom dit d''où viennent les faits et de quand ils datent : facts-<ordinateur>-<shell>-<heure UTC>.json. Un fichier existant n''est jamais remplacé.'
        'Sans faits dans le pipeline, la commande les collecte d''abord, comme Get-UcFact sans paramètre.'
        'Rassemblez les fichiers de tous les shells et ordinateurs : ensemble, ils disent ce qui est connu de l''intégration. Pour les lire, ni Exchange ni Lync ne sont nécessaires.'
    )
    Parameters  = @{
        Path = 'Le dossier des fichiers. Il est créé s''il n''existe pas. Par défaut, l''emplacement courant.'
        Fact = 'Les objets de Get-UcFact, y compris ceux d''un autre ordinateur.'
        WhatIf = 'Montre quels fichiers seraient écrits, sans rien écrire.'
        Confirm = 'Demande l''accord avant chaque fichier.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Collecter et écrire en une fois'
            Code    = @'
Export-UcFact -Path D:\Facts
'@
            Remarks = 'Écrit les faits du shell ouvert et de cet ordinateur.'
        }
        @{
            Title   = 'Avec les utilisateurs d''un pilote'
            Code    = @'
Import-Csv .\pilot.csv | Get-UcFact | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Le fichier pilot.csv a une colonne User avec leurs adresses.'
        }
        @{
            Title   = 'Voir ce qui serait écrit'
            Code    = @'
Get-UcFact | Export-UcFact -Path D:\Facts -WhatIf
'@
            Remarks = 'Collecte, montre les noms des fichiers et n''écrit rien.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.Fact'; Text = 'Les objets de Get-UcFact.' }
    )
    Outputs     = @(
        @{ Type = 'System.IO.FileInfo'; Text = 'Les fichiers écrits.' }
    )
    Notes       = @(
        'Les fichiers contiennent des noms, des adresses et des empreintes, mais ni mot de passe, ni clé privée, ni d''autres paramètres d''un Web.config que ceux de la messagerie instantanée.'
    )
    Links       = @('Get-UcFact', 'about_UcIntegration')
}
