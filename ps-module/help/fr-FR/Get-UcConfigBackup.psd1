@{
    Synopsis    = 'Répertorie les sauvegardes des fichiers de configuration.'
    Description = @(
        'Renvoie un objet pour chaque sauvegarde créée par Set-UcAppSetting, Remove-UcAppSetting et Restore-UcConfig, de la plus récente à la plus ancienne, avec l''heure, l''utilisateur, le motif et le hachage du contenu.'
        'Les fichiers eux-mêmes peuvent ne plus exister. Un fichier sans sauvegarde ne renvoie ni objet ni erreur. Une sauvegarde illisible provoque un avertissement ; les autres sont répertoriées.'
    )
    Parameters  = @{
        Path = 'Les fichiers dont les sauvegardes sont répertoriées ; par défaut, tous les fichiers. Les caractères génériques sont comparés aux noms de fichiers des sauvegardes et trouvent donc aussi les fichiers supprimés.'
        LiteralPath = 'Les fichiers dont les sauvegardes sont répertoriées, par leur nom exact.'
        Id = 'Uniquement les sauvegardes avec ces identificateurs.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Répertorier les sauvegardes d''un fichier'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Get-UcConfigBackup -Path $web
'@
            Remarks = 'La plus récente vient en premier.'
        }
        @{
            Title   = 'Restaurer l''état précédant la dernière modification'
            Code    = @'
Get-UcConfigBackup -Path $web | Select-Object -First 1 | Restore-UcConfig
'@
            Remarks = 'Affiche la différence et demande une confirmation.'
        }
        @{
            Title   = 'Rechercher les modifications d''une demande de changement'
            Code    = @'
Get-UcConfigBackup | Where-Object { $_.Reason -like '*CHG-2087*' }
'@
            Remarks = 'Répertorie les sauvegardes de tous les fichiers avec ce motif.'
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
        @{ Type = 'System.String'; Text = 'Un chemin, qui peut contenir des caractères génériques.' }
    )
    Outputs     = @(
        @{ Type = 'UcIntegration.ConfigBackup'; Text = 'Id, Path, Time (heure locale), Operation, Reason, User, Computer, Sha256, Size, File, BackupDirectory et Problem.' }
    )
    Notes       = @(
        'Chaque ordinateur a ses propres sauvegardes. Les modifications effectuées sur le réseau sont sauvegardées sur l''ordinateur où la commande s''exécute.'
    )
    Links       = @('Restore-UcConfig', 'Clear-UcConfigBackup', 'Set-UcAppSetting', 'about_UcIntegration')
}
