@{
    Synopsis    = 'Répertorie les problèmes des fichiers de configuration.'
    Description = @(
        'Lit les fichiers comme le fait .NET et renvoie un objet pour chaque problème, avec son emplacement : les problèmes qui empêchent .NET de charger le fichier (gravité Error), les erreurs probables (Warning) et les informations (Information). Un fichier sans problème ne renvoie aucun objet.'
        'Signale aussi les paramètres d''Outlook sur le web, IMCertificateThumbprint et IMServerName, si leurs valeurs ne peuvent pas fonctionner, ou s''ils se trouvent là où .NET ne les lit pas (dans un commentaire, dans un élément location, en dehors d''appSettings), et %ExchangeInstallDir% si une mise à jour l''a laissé dans le fichier. Avec Fact, signale les valeurs que l''autre côté n''a pas : une empreinte qu''aucun certificat du serveur n''a, un nom qui n''est pas un pool.'
        'Un fichier qui n''est pas du XML bien formé, par exemple à cause de guillemets courbes, d''une seconde marque d''ordre d''octet ou d''octets nuls à la fin, renvoie un problème de gravité Error avec sa ligne et sa colonne. Un fichier qui n''existe pas ou qui est illisible est une erreur de la commande.'
    )
    Parameters  = @{
        Fact = 'Les faits avec lesquels comparer les paramètres d''Outlook sur le web : chemins de fichiers (les caractères génériques sont acceptés), fichiers de Get-ChildItem, ou objets de Get-UcFact.'
        Quiet = 'Renvoie True pour chaque fichier sans problème de gravité Error, sinon False.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Vérifier le fichier d''Outlook sur le web'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Test-UcConfig -Path $web
'@
            Remarks = 'Répertorie les problèmes du fichier, chacun avec sa ligne et sa colonne.'
        }
        @{
            Title   = 'Comparer un fichier avec ce qu''ont Exchange et Lync'
            Code    = @'
Test-UcConfig -Path $web -Fact \\files\change\facts-*.json
'@
            Remarks = 'Signale aussi une empreinte sans certificat, et un nom qui n''est pas un pool. Si un chemin réseau ou cet ordinateur est un serveur Exchange des faits, ses propres certificats sont comparés.'
        }
        @{
            Title   = 'S''arrêter si un fichier n''est pas valide'
            Code    = @'
if (-not (Test-UcConfig -Path $web -Quiet)) { throw "$web est abîmé." }
'@
            Remarks = 'Avec Quiet, la commande renvoie True ou False.'
        }
        @{
            Title   = 'Vérifier tous les fichiers d''un dossier'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
Get-ChildItem $folder -Include web.config, *.exe.config -Recurse |
    Test-UcConfig | Where-Object { $_.Severity -eq 'Error' }
'@
            Remarks = 'Trouve chaque fichier que .NET refuse de charger.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, qui peut contenir des caractères génériques.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'Un fichier de Get-ChildItem, ou tout objet qui a une propriété Path, LiteralPath, PSPath ou FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigProblem'; Text = 'Path, Severity, Code, Line, Column, Message et Hint.' }
        @{ Type = 'System.Boolean'; Text = 'Avec Quiet.' }
    )
    Notes       = @(
        'Les codes sont les mêmes dans toutes les versions et toutes les langues ; les messages peuvent changer.'
    )
    Links       = @('Get-UcAppSetting', 'Test-UcIntegration', 'Restore-UcConfig', 'about_UcIntegration')
}
