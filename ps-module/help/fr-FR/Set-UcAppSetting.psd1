@{
    Synopsis    = 'Ajoute ou modifie des paramètres d''application dans des fichiers de configuration, et rien d''autre.'
    Description = @(
        'Définit des clés dans la section appSettings. Seuls les octets de la valeur changent : encodage, marque d''ordre d''octet, fins de ligne, retraits, commentaires et ordre des attributs sont conservés. Une nouvelle clé est mise en forme comme les autres. Une valeur inchangée n''est pas réécrite.'
        'Toutes les modifications d''une commande ou d''un pipeline dans un fichier forment une seule modification : tout est écrit, ou rien. Un fichier CSV avec les colonnes Path, Key et Value donne une modification, une sauvegarde et une confirmation pour chaque fichier. Avec Location, cela s''applique à chaque élément location d''un fichier.'
        'Avant le remplacement du fichier, une sauvegarde est créée, que Restore-UcConfig peut restaurer. Le fichier est remplacé de manière atomique et conserve son propriétaire et ses autorisations. Si un autre programme a modifié le fichier après son affichage, rien n''est écrit.'
        'La valeur de IMCertificateThumbprint doit être une empreinte, et celle de IMServerName un nom complet. Les caractères qui n''en font pas partie, comme les caractères invisibles de la fenêtre du certificat, sont retirés avec un avertissement. Une valeur qui ne peut pas être juste est refusée avec la raison, sauf avec SkipValueCheck. Une valeur du fichier qui ne diffère que par la casse est conservée. Des caractères invisibles dans une autre valeur, ou dans le nom d''une clé, donnent un avertissement ; la valeur est écrite telle quelle.'
        'Si un autre élément, ou un fichier référencé avec file="...", remplace la clé, la modification est effectuée et un avertissement signale qu''elle est sans effet.'
    )
    Parameters  = @{
        Key = 'La clé à définir. Elle ne respecte pas la casse. Si la clé existe, son orthographe dans le fichier est conservée.'
        Value = 'La nouvelle valeur. Elle peut être vide, sauf pour les deux clés vérifiées.'
        SkipValueCheck = 'Écrit les valeurs de IMCertificateThumbprint et de IMServerName exactement telles quelles, même si elles ne peuvent pas être justes, et ne donne aucun avertissement sur les valeurs.'
        Setting = 'Plusieurs clés et valeurs, sous forme de table de hachage ou de dictionnaire ordonné. Une valeur doit être une chaîne, un nombre ou une valeur booléenne.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Connecter Outlook sur le web à Lync Server'
            Code    = @'
$folder = (Get-ItemProperty HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\Setup).MsiInstallPath
$web = Join-Path $folder ClientAccess\Owa\web.config
Set-UcAppSetting -Path $web -Setting @{
    IMServerName            = 'lyncpool.contoso.com'
    IMCertificateThumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'
} -Reason 'CHG-2087'
'@
            Remarks = 'Les deux clés forment une seule modification, avec une seule sauvegarde. Recyclez ensuite le pool d''applications MSExchangeOWAAppPool.'
        }
        @{
            Title   = 'Prévisualiser les lignes'
            Code    = @'
Set-UcAppSetting -Path $web -Key IMServerName -Value lyncpool.contoso.com -WhatIf
'@
            Remarks = 'Affiche la ligne avant et après, avec son numéro. Le fichier n''est pas modifié.'
        }
        @{
            Title   = 'Définir les valeurs d''une liste'
            Code    = @'
Import-Csv .\parametres.csv | Set-UcAppSetting -PassThru
'@
            Remarks = 'Les colonnes sont Path, Key et Value. Les lignes d''un même fichier sont écrites ensemble ou pas du tout ; chaque modification est renvoyée.'
        }
        @{
            Title   = 'Définir une clé sur plusieurs serveurs'
            Code    = @'
'EX01', 'EX02' | ForEach-Object { Get-Item "\\$_\c$\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config" } |
    Set-UcAppSetting -Key IMServerName -Value lyncpool.contoso.com -Confirm
'@
            Remarks = 'Demande une confirmation pour chaque fichier, après avoir affiché ce qui y changera.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, qui peut contenir des caractères génériques.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet aux propriétés Path (ou LiteralPath, PSPath, FullName), Key, Value et Location, par exemple une ligne de Import-Csv ou un paramètre de Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'Avec PassThru : Path, Location, Key, Action (Added, Updated ou Unchanged), OldValue, NewValue, Line, Effective, OverriddenBy, BackupId et Diff.' }
    )
    Notes       = @(
        'Pour modifier les fichiers d''Exchange, démarrez le shell en tant qu''administrateur. ASP.NET redémarre l''application quand son web.config change. Une mise à jour cumulative d''Exchange remplace votre web.config par le sien : exécutez ensuite de nouveau la commande.'
    )
    Links       = @('Get-UcAppSetting', 'Remove-UcAppSetting', 'Restore-UcConfig', 'Test-UcValue', 'about_UcIntegration')
}
