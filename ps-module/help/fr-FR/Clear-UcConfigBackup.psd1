@{
    Synopsis    = 'Supprime les anciennes sauvegardes et conserve les plus récentes de chaque fichier.'
    Description = @(
        'Supprime les sauvegardes d''un fichier, ou de tous les fichiers, sauf les plus récentes. Les fichiers de configuration eux-mêmes ne sont pas modifiés.'
        'Les anciennes sauvegardes sont aussi supprimées automatiquement : chaque modification conserve les 50 plus récentes de son fichier.'
    )
    Parameters  = @{
        Path = 'Le fichier dont les anciennes sauvegardes sont supprimées. Les caractères génériques ne sont pas acceptés. Sans ce paramètre, tous les fichiers sont concernés.'
        Keep = 'Le nombre de sauvegardes à conserver pour chaque fichier, au moins 1.'
        PassThru = 'Renvoie un objet pour chaque sauvegarde supprimée. Par défaut, la commande ne renvoie rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Conserver les dix sauvegardes les plus récentes de chaque fichier'
            Code    = @'
Clear-UcConfigBackup -Keep 10
'@
            Remarks = 'Supprime toutes les sauvegardes plus anciennes de tous les fichiers.'
        }
        @{
            Title   = 'Prévisualiser les sauvegardes qui seraient supprimées'
            Code    = @'
Clear-UcConfigBackup -Keep 10 -WhatIf
'@
            Remarks = 'Répertorie les sauvegardes. Rien n''est supprimé.'
        }
        @{
            Title   = 'Un seul fichier'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Clear-UcConfigBackup -Path $web -Keep 3 -PassThru
'@
            Remarks = 'Supprime les anciennes sauvegardes de ce fichier et les répertorie.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet qui a une propriété Path, par exemple un fichier de Get-ChildItem.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.RemovedBackup'; Text = 'Avec PassThru : Id et Path.' }
    )
    Notes       = @(
        'Une sauvegarde supprimée ne peut pas être restaurée.'
    )
    Links       = @('Get-UcConfigBackup', 'Restore-UcConfig', 'about_UcIntegration')
}
