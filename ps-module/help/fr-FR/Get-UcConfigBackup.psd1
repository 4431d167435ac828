@{
    Synopsis    = 'Donne la liste des sauvegardes de fichiers de configuration.'
    Description = @(
        'Renvoie un objet par sauvegarde prise par Set-UcAppSetting, Remove-UcAppSetting et Restore-UcConfig, de la plus récente à la plus ancienne : quand, par qui, pourquoi, et l''empreinte SHA-256 du contenu.'
        'Les fichiers eux-mêmes n''ont plus besoin d''exister. Un fichier sans sauvegarde ne donne ni objet ni erreur. Une sauvegarde illisible fait l''objet d''un avertissement et ne cache pas les autres.'
    )
    Parameters  = @{
        Path = 'Les fichiers dont on veut les sauvegardes ; par défaut, tous. Les caractères génériques s''appliquent aux noms inscrits dans les sauvegardes et trouvent donc aussi les fichiers supprimés.'
        LiteralPath = 'Les fichiers dont on veut les sauvegardes, par leur nom exact.'
        Id = 'Seulement les sauvegardes qui portent ces identifiants.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Voir les sauvegardes d''un fichier'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Get-UcConfigBackup -Path $web
'@
            Remarks = 'La plus récente vient en premier.'
        }
        @{
            Title   = 'Revenir à l''état d''avant la dernière modification'
            Code    = @'
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Montre la différence et demande l''accord.'
        }
        @{
            Title   = 'Retrouver les modifications d''une demande de changement'
            Code    = @'
Get-UcConfigBackup | Where-Object { $_.Reason -like '*CHG-2087*' }
'@
            Remarks = 'Donne les sauvegardes de tous les fichiers prises avec ce motif.'
        }
        @{
            Title   = 'Comparer une sauvegarde et le fichier'
            Code    = @'
$backup = Get-UcConfigBackup -Path $web | Select-Object -First 1
Compare-Object (Get-Content $backup.File) (Get-Content $web)
'@
            Remarks = 'File est le chemin complet du contenu de la sauvegarde.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, avec ou sans caractères génériques.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigBackup'; Text = 'Id, Path, Time (heure locale), Operation, Reason, User, Computer, Sha256, Size, File, BackupDirectory et Problem.' }
    )
    Notes       = @(
        'Chaque ordinateur a ses sauvegardes. Celles des fichiers modifiés à travers le réseau se trouvent sur l''ordinateur où la commande a été lancée.'
    )
    Links       = @('Restore-UcConfig', 'Clear-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
