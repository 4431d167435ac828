@{
    Synopsis    = 'Lit les paramètres d''application (appSettings) de fichiers de configuration.'
    Description = @(
        'Lit la section appSettings d''un fichier web.config ou d''un autre fichier de configuration .NET et renvoie un objet pour chaque paramètre, avec sa ligne.'
        'Chaque élément add est répertorié comme .NET le lit : si une clé apparaît plusieurs fois, la dernière est effective ; pour les autres, Effective vaut False et OverriddenBy indique ce qui les remplace. Un fichier référencé par la section avec file="..." est lu également ; pour ses paramètres, Path est ce fichier.'
        'Le fichier est seulement lu ; il n''est ni verrouillé ni modifié. Une clé non définie ne renvoie ni objet ni erreur.'
    )
    Parameters  = @{
        Key = 'Les clés à rechercher. Elles ne respectent pas la casse. Les caractères génériques sont acceptés.'
    }
    Defaults    = @{
        Key = '*'
    }
    Globbing    = @('Path', 'Key')
    Examples    = @(
        @{
            Title   = 'Afficher les paramètres de messagerie instantanée d''Outlook sur le web'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcAppSetting -Path $web -Key IM*
'@
            Remarks = 'Affiche IMServerName et IMCertificateThumbprint avec leurs lignes.'
        }
        @{
            Title   = 'Obtenir une valeur'
            Code    = @'
(Get-UcAppSetting -Path $web -Key IMServerName | Where-Object { $_.Effective }).Value
'@
            Remarks = 'Renvoie la valeur qu''Exchange utilise, même si la clé apparaît plusieurs fois.'
        }
        @{
            Title   = 'Rechercher les paramètres sans effet'
            Code    = @'
Get-ChildItem C:\inetpub -Filter web.config -Recurse | Get-UcAppSetting | Where-Object { -not $_.Effective }
'@
            Remarks = 'Répertorie, pour tous les sites, les paramètres qu''un autre élément ou fichier remplace.'
        }
        @{
            Title   = 'Lire la section d''un élément location'
            Code    = @'
Get-UcAppSetting -Path .\web.config -Location owa/auth
'@
            Remarks = 'Lit la section appSettings dans <location path="owa/auth">.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, qui peut contenir des caractères génériques.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'Un fichier de Get-ChildItem, ou tout objet qui a une propriété Path, LiteralPath, PSPath ou FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.AppSetting'; Text = 'Path, Location, Key, Value, Line, Column, Effective et OverriddenBy.' }
    )
    Notes       = @(
        'S''exécute dans tout PowerShell sous Windows ; Exchange n''est pas nécessaire. Seul Exchange 2013 utilise les paramètres de messagerie instantanée de web.config ; les versions ultérieures utilisent des remplacements de paramètres (setting overrides).'
    )
    Links       = @('Set-UcAppSetting', 'Remove-UcAppSetting', 'Test-UcConfig', 'about_UcIntegration')
}
