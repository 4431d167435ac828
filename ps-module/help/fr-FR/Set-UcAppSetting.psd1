@{
    Synopsis    = 'Ajoute ou change des paramètres d''application dans des fichiers de configuration, sans toucher au reste.'
    Description = @(
        'Définit des clés dans la section appSettings. Seuls les octets de la valeur changent : encodage, marque d''ordre d''octets, fins de ligne, retraits, commentaires et ordre des attributs restent tels quels. Une nouvelle clé est écrite comme ses voisines. Une valeur déjà en place n''est pas récrite.'
        'Les changements qu''un appel ou un pipeline apporte à un fichier forment une seule modification : tout est écrit, ou rien. Un fichier CSV aux colonnes Path, Key et Value donne donc, pour chaque fichier, une modification, une sauvegarde et une question. Avec Location, cela vaut pour chaque élément location d''un fichier.'
        'Avant de remplacer le fichier, la commande prend une sauvegarde, à partir de laquelle Restore-UcConfig le rétablit. Le remplacement se fait d''un seul coup et conserve le propriétaire et les autorisations ; si quelqu''un d''autre a modifié le fichier depuis qu''il a été montré, rien n''est écrit.'
        'La valeur de IMCertificateThumbprint doit être une empreinte, et celle de IMServerName un nom complet. Les caractères qui n''en font pas partie, comme les caractères invisibles de la fenêtre du certificat, sont retirés avec un avertissement. Une valeur qui ne peut pas être juste est refusée avec la raison, sauf avec SkipValueCheck. Une valeur du fichier qui ne diffère que par la casse est conservée.'
        'Si un autre élément, ou le fichier désigné par file="...", l''emporte sur la clé, la modification est faite et un avertissement signale qu''elle est sans effet.'
    )
    Parameters  = @{
        Key = 'La clé à définir, sans tenir compte de la casse. Si elle existe, son orthographe dans le fichier reste la même.'
        Value = 'La nouvelle valeur. Elle peut être vide, sauf pour les deux clés vérifiées.'
        SkipValueCheck = 'Écrit les valeurs de IMCertificateThumbprint et de IMServerName exactement telles quelles, même si elles ne peuvent pas être justes.'
        Setting = 'Plusieurs clés et valeurs à la fois : table de hachage ou dictionnaire ordonné. Une valeur est un texte, un nombre ou une valeur logique.'
    }
    Globbing    = @('Path')
    Examples    = @(
        @{
            Title   = 'Relier Outlook sur le web à Lync Server'
            Code    = @'
$web = "$env:ExchangeInstallPath\ClientAccess\Owa\web.config"
Set-UcAppSetting -Path $web -Setting @{
    IMServerName            = 'lyncpool.contoso.com'
    IMCertificateThumbprint = '1F2E3D4C5B6A79880123456789ABCDEF01234567'
} -Reason 'CHG-2087'
'@
            Remarks = 'Les deux clés forment une seule modification, avec une seule sauvegarde. Recyclez ensuite le pool d''applications MSExchangeOWAAppPool.'
        }
        @{
            Title   = 'Voir d''abord les lignes'
            Code    = @'
Set-UcAppSetting -Path $web -Key IMServerName -Value lyncpool.contoso.com -WhatIf
'@
            Remarks = 'Montre la ligne avant et après, avec son numéro. Le fichier n''est pas modifié.'
        }
        @{
            Title   = 'Reprendre les valeurs d''une liste'
            Code    = @'
Import-Csv .\parametres.csv | Set-UcAppSetting -PassThru
'@
            Remarks = 'Les colonnes s''appellent Path, Key et Value. Les lignes qui visent un même fichier sont écrites ensemble ou pas du tout ; chaque changement est renvoyé.'
        }
        @{
            Title   = 'Définir une clé sur plusieurs serveurs'
            Code    = @'
'EX01', 'EX02' | ForEach-Object { Get-Item "\\$_\c$\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config" } |
    Set-UcAppSetting -Key IMServerName -Value lyncpool.contoso.com -Confirm
'@
            Remarks = 'Pose la question pour chaque fichier, après avoir montré ce qui y changera.'
        }
    )
    Inputs      = @(
        @{ Type = 'System.String'; Text = 'Un chemin, avec ou sans caractères génériques.' }
        @{ Type = 'System.Management.Automation.PSObject'; Text = 'Un objet aux propriétés Path (ou LiteralPath, PSPath, FullName), Key, Value et Location, par exemple une ligne de Import-Csv ou un paramètre de Get-UcAppSetting.' }
    )
    Outputs     = @(
        @{ Type = 'None'; Text = 'Sans PassThru, la commande ne renvoie rien.' }
        @{ Type = 'UcIntegration.SettingChange'; Text = 'Avec PassThru : Path, Location, Key, Action (Added, Updated ou Unchanged), OldValue, NewValue, Line, Effective, OverriddenBy, BackupId et Diff.' }
    )
    Notes       = @(
        'Pour modifier les fichiers d''Exchange, lancez le shell en tant qu''administrateur. ASP.NET redémarre l''application dès que son web.config change. Une mise à jour cumulative d''Exchange remplace votre web.config par le sien : relancez ensuite la commande.'
    )
    Links       = @('Get-UcAppSetting', 'Remove-UcAppSetting', 'Restore-UcConfig', 'Test-UcValue', 'about_UcIntegration')
}
