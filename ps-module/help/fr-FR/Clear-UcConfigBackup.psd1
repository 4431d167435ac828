@{
    Synopsis    = 'Supprime les anciennes sauvegardes et garde les plus récentes de chaque fichier.'
    Description = @(
        'Supprime les sauvegardes d''un fichier, ou de tous, sauf les plus récentes. Les fichiers de configuration eux-mêmes ne sont pas touchés.'
        'Les anciennes sauvegardes disparaissent aussi d''elles-mêmes : chaque modification garde les 50 plus récentes de son fichier.'
    )
    Parameters  = @{
        Path = 'Le fichier dont les anciennes sauvegardes sont supprimées. Les caractères génériques ne sont pas acceptés. Sans ce paramètre, tous les fichiers sont concernés.'
        Keep = 'Le nombre de sauvegardes à garder pour chaque fichier, au moins 1.'
        PassThru = 'Renvoie un objet par sauvegarde supprimée. Par défaut, la commande ne renvoie rien.'
    }
    Globbing    = @()
    Examples    = @(
        @{
            Title   = 'Garder les dix sauvegardes les plus récentes de chaque fichier'
            Code    = @'
Clear-UcConfigBackup -Keep 10
'@
            Remarks = 'Supprime tout ce qui est plus ancien, pour tous les fichiers.'
        }
        @{
            Title   = 'Voir ce qui disparaîtrait'
            Code    = @'
Clear-UcConfigBackup -Keep 10 -WhatIf
'@
            Remarks = 'Donne la liste des sauvegardes. Rien n''est supprimé.'
        }
        @{
            Title   = 'Un seul fichier'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Clear-UcConfigBackup -Path $web -Keep 3 -PassThru
'@
            Remarks = 'Supprime les anciennes sauvegardes de ce fichier et les énumère.'
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
        'Une sauvegarde supprimée est perdue.'
    )
    Links       = @('Get-UcConfigBackup', 'Restore-UcConfig', 'about_UcIntegration')
}
