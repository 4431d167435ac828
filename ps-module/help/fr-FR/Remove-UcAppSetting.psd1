@{
    Synopsis    = 'Supprime des paramètres d''application dans des fichiers de configuration, et rien d''autre.'
    Description = @(
        'Supprime de la section appSettings les éléments add des clés, chacun avec sa ligne. Le reste du fichier n''est pas modifié, à l''octet près.'
        'Une clé qui n''existe pas n''est pas une erreur ; son Action est Unchanged. Toutes les suppressions d''une commande ou d''un pipeline dans un fichier forment une seule modification avec une seule sauvegarde, comme avec Set-UcAppSetting.'
    )
    Parameters  = @{
        Key = 'Les clés à supprimer. Elles ne respectent pas la casse. Les caractères génériques ne sont pas acceptés.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Supprimer la connexion à Lync Server'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Remove-UcAppSetting -Path $web -Key IMServerName, IMCertificateThumbprint
'@
            Remarks = 'Supprime les deux clés en une seule modification.'
        }
        @{
            Title   = 'Prévisualiser les lignes'
            Code    = @'
Remove-UcAppSetting -Path $web -Key IMServerName -WhatIf
'@
            Remarks = 'Affiche la ligne qui serait supprimée. Le fichier n''est pas modifié.'
        }
        @{
            Title   = 'Supprimer toutes les clés qui ont le même préfixe'
            Code    = @'
Get-UcAppSetting -Path $web -Key LyncIMSyncLog* | Remove-UcAppSetting -PassThru
'@
            Remarks = 'Recherchez les clés avec des caractères génériques, et transmettez-les à Remove-UcAppSetting par le pipeline ; elles sont supprimées en une seule modification.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, qui peut contenir des caractères génériques.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet aux propriétés Path (ou LiteralPath, PSPath, FullName), Key et Location, par exemple un paramètre de Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'Avec PassThru : un objet par clé, dont l''Action est Removed ou Unchanged.' }
    )
    Notes       = @(
        'Pour modifier les fichiers d''Exchange, démarrez le shell en tant qu''administrateur. ASP.NET redémarre l''application quand son web.config change.'
    )
    Links       = @('Get-UcAppSetting', 'Set-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
