@{
    Synopsis    = 'Écrit des faits dans des fichiers, un par shell et par ordinateur.'
    Description = @(
        'Écrit les faits de chaque shell et ordinateur dans un fichier UTF-8. Le nom indique la source et l''heure des faits : facts-<ordinateur>-<shell>-<heure UTC>.json. Un fichier existant n''est jamais remplacé.'
        'Sans faits dans le pipeline, la commande les collecte d''abord, comme Get-UcFact sans paramètre.'
        'Rassemblez les fichiers de tous les shells et ordinateurs au même endroit : ensemble, ils décrivent l''intégration. Leur lecture n''exige ni Exchange ni Lync.'
    )
    Parameters  = @{
        Path = 'Le dossier des fichiers. Il est créé s''il n''existe pas. Par défaut, l''emplacement actuel.'
        Fact = 'Objets de Get-UcFact, y compris ceux d''autres ordinateurs.'
        WhatIf = 'Affiche les fichiers qui seraient écrits. Rien n''est écrit.'
        Confirm = 'Demande une confirmation avant chaque fichier.'
    }
    Defaults    = @{
        Path = '.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Collecter et écrire des faits'
            Code    = @'
Export-UcFact -Path D:\Facts
'@
            Remarks = 'Écrit les faits du shell actuel et de cet ordinateur.'
        }
        @{
            Title   = 'Avec les utilisateurs d''un groupe pilote'
            Code    = @'
Import-Csv .\pilot.csv | Get-UcFact | Export-UcFact -Path D:\Facts
'@
            Remarks = 'Le fichier pilot.csv a une colonne User avec leurs adresses.'
        }
        @{
            Title   = 'Prévisualiser les fichiers'
            Code    = @'
Get-UcFact | Export-UcFact -Path D:\Facts -WhatIf
'@
            Remarks = 'Collecte les faits et affiche les noms des fichiers. Rien n''est écrit.'
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
