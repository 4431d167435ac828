@{
    Synopsis    = 'Restaure un fichier de configuration à partir d''une sauvegarde.'
    Description = @(
        'Remplace un fichier par le contenu de l''une de ses sauvegardes, à l''octet près. Le hachage de la sauvegarde est d''abord vérifié. Le contenu actuel est sauvegardé : vous pouvez donc annuler une restauration par une autre.'
        'Un fichier supprimé est recréé. Si le fichier est déjà identique à la sauvegarde, rien n''est écrit, et la commande ne demande rien.'
        'La commande affiche la différence et demande toujours une confirmation, sauf avec -Confirm:$false.'
    )
    Parameters  = @{
        Path = 'Le fichier à restaurer. Les caractères génériques ne sont pas acceptés. Le fichier n''a pas besoin d''exister.'
        Id = 'L''identificateur de la sauvegarde, obtenu par Get-UcConfigBackup.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Restaurer l''état précédant la dernière modification'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Affiche la différence entre le fichier et la sauvegarde et demande une confirmation.'
        }
        @{
            Title   = 'Restaurer dans un script'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -Reason 'Retour arrière de CHG-2087' -Confirm:$false
'@
            Remarks = 'Ne demande pas de confirmation. Le motif est enregistré avec la sauvegarde du contenu remplacé.'
        }
        @{
            Title   = 'Afficher uniquement la différence'
            Code    = @'
Restore-UcConfig -Path $web -Id $id -WhatIf
'@
            Remarks = 'Affiche ce qui serait modifié. Le fichier n''est pas modifié.'
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
        'Pour restaurer les fichiers d''Exchange, démarrez le shell en tant qu''administrateur.'
    )
    Links       = @('Get-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
