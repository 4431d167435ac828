@{
    Synopsis    = 'Supprime des paramètres d''application dans des fichiers de configuration, et rien d''autre.'
    Description = @(
        'Retire de la section appSettings les éléments add des clés indiquées, avec leur ligne. Le reste du fichier est conservé à l''octet près.'
        'Une clé absente du fichier n''est pas une erreur ; son Action est Unchanged. Comme avec Set-UcAppSetting, les suppressions qu''un appel ou un pipeline fait dans un fichier forment une seule modification, avec une seule sauvegarde.'
    )
    Parameters  = @{
        Key = 'Les clés à supprimer, sans tenir compte de la casse. Les caractères génériques ne sont pas acceptés.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Défaire la liaison avec Lync Server'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Remove-UcAppSetting -Path $web -Key IMServerName, IMCertificateThumbprint
'@
            Remarks = 'Supprime les deux clés en une seule modification.'
        }
        @{
            Title   = 'Voir d''abord les lignes'
            Code    = @'
Remove-UcAppSetting -Path $web -Key IMServerName -WhatIf
'@
            Remarks = 'Montre la ligne qui disparaîtrait. Le fichier n''est pas modifié.'
        }
        @{
            Title   = 'Supprimer toutes les clés de même préfixe'
            Code    = @'
Get-UcAppSetting -Path $web -Key LyncIMSyncLog* | Remove-UcAppSetting -PassThru
'@
            Remarks = 'Les caractères génériques servent à lire ; ce qui a été trouvé passe par le pipeline et disparaît en une seule modification.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, avec ou sans caractères génériques.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet aux propriétés Path (ou LiteralPath, PSPath, FullName), Key et Location, par exemple un paramètre de Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'Avec PassThru : un objet par clé, dont l''Action est Removed ou Unchanged.' }
    )
    Notes       = @(
        'Pour modifier les fichiers d''Exchange, lancez le shell en tant qu''administrateur. ASP.NET redémarre l''application dès que son web.config change.'
    )
    Links       = @('Get-UcAppSetting', 'Set-UcAppSetting', 'Restore-UcConfig', 'about_UcIntegration')
}
