@{
    Synopsis    = 'Lit les paramètres d''application (appSettings) de fichiers de configuration.'
    Description = @(
        'Lit la section appSettings d''un web.config ou d''un autre fichier de configuration .NET et renvoie un objet par paramètre, avec la ligne où il se trouve.'
        'Tous les éléments add sont donnés, comme .NET les compte : si une clé figure deux fois, c''est la dernière qui vaut ; les autres portent Effective à False et indiquent dans OverriddenBy ce qui les remplace. Le fichier désigné par file="..." est lu lui aussi ; pour ses paramètres, Path est ce fichier.'
        'Le fichier est seulement lu, jamais verrouillé ni modifié. Une clé absente ne donne ni objet ni erreur.'
    )
    Parameters  = @{
        Key = 'Les clés cherchées, sans tenir compte de la casse. Les caractères génériques sont acceptés.'
    }
    Defaults    = @{
        Key = '*'
    }
    Globbing    = @('Path', 'Key')
    Examples    = @(
        @{
            Title   = 'Voir les paramètres de messagerie instantanée d''Outlook sur le web'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcAppSetting -Path $web -Key IM*
'@
            Remarks = 'Affiche IMServerName et IMCertificateThumbprint, avec leurs numéros de ligne.'
        }
        @{
            Title   = 'Obtenir une valeur'
            Code    = @'
(Get-UcAppSetting -Path $web -Key IMServerName | Where-Object { $_.Effective }).Value
'@
            Remarks = 'Donne la valeur qu''Exchange utilise réellement, même si la clé figure deux fois.'
        }
        @{
            Title   = 'Trouver les paramètres sans effet'
            Code    = @'
Get-ChildItem C:\inetpub -Filter web.config -Recurse | Get-UcAppSetting | Where-Object { -not $_.Effective }
'@
            Remarks = 'Donne, pour tous les sites, les paramètres qu''un autre élément ou un autre fichier remplace.'
        }
        @{
            Title   = 'Lire la section d''un élément location'
            Code    = @'
Get-UcAppSetting -Path .\web.config -Location owa/auth
'@
            Remarks = 'Lit la section appSettings placée dans <location path="owa/auth">.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, avec ou sans caractères génériques.' }
        @{ Type = 'System.IO.FileInfo'; Text = 'Un fichier de Get-ChildItem, ou tout objet qui a une propriété Path, LiteralPath, PSPath ou FullName.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.AppSetting'; Text = 'Path, Location, Key, Value, Line, Column, Effective et OverriddenBy.' }
    )
    Notes       = @(
        'Fonctionne dans tout shell sous Windows ; Exchange n''a pas besoin d''être installé. Les paramètres de messagerie instantanée du web.config ne comptent que dans Exchange 2013 ; les versions suivantes utilisent des remplacements de paramètres (setting overrides).'
    )
    Links       = @('Set-UcAppSetting', 'Remove-UcAppSetting', 'Test-UcConfig', 'about_UcIntegration')
}
