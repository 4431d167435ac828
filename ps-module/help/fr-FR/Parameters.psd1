@{
    Path = 'Les fichiers de configuration. Les caractères génériques sont acceptés ; un modèle auquel aucun fichier ne correspond est une erreur. Un chemin relatif part de l''emplacement courant.'
    LiteralPath = 'Les fichiers de configuration, par leur nom exact : les crochets et autres caractères génériques n''ont pas de sens particulier. C''est ici qu''arrivent les fichiers de Get-ChildItem.'
    Location = 'L''attribut path d''un élément location, pour travailler dans la section appSettings qu''il contient. Sans ce paramètre, il s''agit de la section valable pour tout le fichier.'
    BackupDirectory = 'Le dossier des sauvegardes. Par défaut, sous Windows, %ProgramData%\UcIntegration\Backups.'
    NoBackup = 'Écrit sans prendre de sauvegarde. BackupDirectory n''a alors aucun effet.'
    Reason = 'Le motif, par exemple le numéro de la demande de changement. Il est conservé avec la sauvegarde.'
    PassThru = 'Renvoie un objet par modification. Par défaut, la commande ne renvoie rien.'
    Quiet = 'Renvoie seulement True ou False.'
    WhatIf = 'Montre ce que ferait la commande, avec chaque ligne avant et après, sans rien modifier.'
    Confirm = 'Montre ce que va faire la commande et demande l''accord avant de le faire.'
}
