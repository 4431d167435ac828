@{
    Synopsis    = 'Donne les problèmes de fichiers de configuration.'
    Description = @(
        'Lit les fichiers comme le fait .NET et renvoie un objet par problème, avec son emplacement : ce qui empêche .NET de charger le fichier (gravité Error), ce qui n''est sans doute pas voulu (Warning), ce qu''il est bon de savoir (Information). Un fichier sans problème ne donne aucun objet.'
        'Un fichier qui n''est pas du XML bien formé, par exemple à cause de guillemets typographiques, donne un problème de gravité Error, avec la ligne et la colonne. Un fichier absent ou illisible est une erreur de la commande.'
    )
    Parameters  = @{
        Quiet = 'Renvoie pour chaque fichier True s''il n''a aucun problème de gravité Error, sinon False.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Vérifier le fichier d''Outlook sur le web'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Test-UcConfig -Path $web
'@
            Remarks = 'Donne les problèmes du fichier, chacun avec sa ligne et sa colonne.'
        }
        @{
            Title   = 'Ne pas continuer avec un fichier abîmé'
            Code    = @'
if (-not (Test-UcConfig -Path $web -Quiet)) { throw "$web est abîmé." }
'@
            Remarks = 'Avec Quiet, la commande répond True ou False.'
        }
        @{
            Title   = 'Vérifier tous les fichiers d''un dossier'
            Code    = @'
Get-ChildItem $env:ExchangeInstallPath -Include web.config, *.exe.config -Recurse |
    Test-UcConfig | Where-Object { $_.Severity -eq 'Error' }
'@
            Remarks = 'Trouve tous les fichiers que .NET refuserait de charger.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, avec ou sans caractères génériques.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'Un fichier de Get-ChildItem, ou tout objet qui a une propriété Path, LiteralPath, PSPath ou FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigProblem'; Text = 'Path, Severity, Code, Line, Column, Message et Hint.' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Les codes sont les mêmes dans toutes les versions et toutes les langues ; les messages peuvent changer.'
    )
    Links       = @('Get-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
