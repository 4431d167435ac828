@{
    Synopsis    = 'Restaure un fichier de configuration à partir d''une sauvegarde.'
    Description = @(
        'Remplace un fichier par le contenu de l''une de ses sauvegardes, à l''octet près, après avoir contrôlé l''empreinte de celle-ci. Ce qui est remplacé est d''abord sauvegardé : une restauration se défait donc par une autre.'
        'Un fichier supprimé est écrit de nouveau. Si le fichier est déjà identique à la sauvegarde, rien n''est écrit ni demandé.'
        'La commande montre la différence et demande toujours l''accord, sauf avec -Confirm:$false.'
    )
    Parameters  = @{
        Path = 'Le fichier à restaurer. Les caractères génériques ne sont pas acceptés ; le fichier peut être absent.'
        Id = 'L''identifiant de la sauvegarde, tel que le donne Get-UcConfigBackup.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Revenir à l''état d''avant la dernière modification'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Montre la différence entre le fichier et la sauvegarde, et demande l''accord.'
        }
        @{
            Title   = 'Restaurer dans un script'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -Reason 'Retour arrière de CHG-2087' -Confirm:$false
'@
            Remarks = 'Ne demande rien. Le motif est conservé avec la sauvegarde de ce qui a été remplacé.'
        }
        @{
            Title   = 'Voir seulement la différence'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -WhatIf
'@
            Remarks = 'Montre ce qui changerait. Le fichier n''est pas modifié.'
        }
    )
    Inputs      = @(
        @{ Type = 'UcIntegration.ConfigBackup'; Text = 'Une sauvegarde de Get-UcConfigBackup, ou tout objet aux propriétés Path et Id.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.RestoreResult'; Text = 'Avec PassThru : Path, Id, Changed, BackupId, Sha256Before, Sha256After et Diff.' }
    )
    Notes       = @(
        'Pour restaurer les fichiers d''Exchange, lancez le shell en tant qu''administrateur.'
    )
    Links       = @('Get-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
