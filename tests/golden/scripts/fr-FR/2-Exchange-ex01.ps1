<#
.SYNOPSIS
Exécute les étapes d'un plan. Généré par UcIntegration ; s'exécute sans lui.

.DESCRIPTION
Script 2 sur 3 : exécutez les scripts d'un plan dans l'ordre de leurs numéros.
Chaque étape est comparée à l'état pour lequel le plan a été créé. Si un état a changé, rien n'est modifié.
Une étape qui interrompt des utilisateurs demande confirmation ; -Force répond oui. Les étapes terminées sont ignorées.
Copiez le script dans un dossier de l'ordinateur qui l'exécute : avec la stratégie d'exécution RemoteSigned, un script situé sur un partage (\\serveur\partage) peut ne pas démarrer.

.PARAMETER Force
Ne pas demander de confirmation avant les étapes qui interrompent des utilisateurs.

.PARAMETER Undo
Annuler les étapes, la dernière d'abord. Commencez par le dernier script du plan.

.PARAMETER Follow
Exécuter les étapes qui en suivent d'autres (par exemple, les redémarrages) même si rien ne change lors de cette exécution. Celles que cette fenêtre a déjà exécutées ne sont pas répétées.

.EXAMPLE
.\2-Exchange-ex01.ps1 -WhatIf

Affiche les étapes et ne modifie rien.

.EXAMPLE
.\2-Exchange-ex01.ps1 | Format-Table -AutoSize -Wrap

Exécute les étapes et affiche le résultat complet de chacune.

.EXAMPLE
.\2-Exchange-ex01.ps1 -Undo

Annule les étapes.

.OUTPUTS
Un objet par étape, avec Number, Status, Title et Message. Status est Done, AlreadyCompliant, Unverified (son effet n'a pas pu être vérifié), Skipped, WhatIf, Undone, Drifted ou Failed ; les deux derniers terminent le script.

.NOTES
Plan :          0123456789abcdef
Créé :          2026-03-01T21:00:00Z
Shell :         Exchange Management Shell, en tant qu'administrateur
Ordinateur :    ex01.contoso.com
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [switch]$Force,
    [switch]$Undo,
    [switch]$Follow
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$words = @{
    Plan_NotSet = 'rien'
    Plan_ObjectMissing = 'l''objet n''existe pas'
    Plan_ObjectPresent = 'l''objet existe, mais n''était pas attendu : {0}'
    Plan_Difference = '{0} : attendu {1}, réel {2}'
    Plan_Several = '{0} objets correspondent à {1} ; le plan en attend un seul.'
    Plan_NothingFollowed = 'Aucune des étapes qu''elle suit n''a été exécutée.'
    Plan_Declined = 'L''étape a été refusée ; aucune étape suivante n''a été exécutée.'
    Plan_Unverified = 'La commande s''est terminée, mais son effet n''a pas pu être vérifié. Collectez de nouveau les faits et vérifiez {0}.'
    Plan_NotElevated = 'Des étapes du plan modifient cet ordinateur, et ce shell ne s''exécute pas en tant qu''administrateur. Rien n''a été modifié. Démarrez le shell avec Exécuter en tant qu''administrateur, puis répétez la commande.'
    Plan_NoExchange = '{0} ne peut pas être exécuté, car le Registre de cet ordinateur ne nomme pas le dossier d''Exchange (MsiInstallPath).'
    Plan_SessionEnded = 'La session de ce shell avec Exchange s''est terminée pendant la commande, qui a peut-être pris effet : {0}'
    Plan_SessionLost = 'La session de ce shell avec Exchange est terminée, comme lors d''un redémarrage d''IIS, et Exchange ne répond pas : {0} Lorsque Get-ExchangeServer fonctionnera de nouveau dans cette fenêtre, continuez ici ; les étapes terminées ne sont pas répétées.'
    Fact_PropertyMissing = 'Le résultat n''a pas de propriété {0}.'
    Step = 'étape {0} ({1})'
    ReadFailed = 'L''état de {0} ne peut pas être lu : {1} L''étape n''a pas été exécutée.'
    Drifted = '{0} ne peut pas être appliquée, car l''état a changé depuis la création du plan : {1}'
    Stopped = 'Rien n''a été modifié, car le plan est périmé. Collectez de nouveau les faits et créez un nouveau plan.'
    Yes = '&Oui'
    YesHelp = 'Exécuter cette étape maintenant.'
    No = '&Non'
    NoHelp = 'S''arrêter ici. Les étapes précédentes restent appliquées.'
    Ask = '{0} L''exécuter maintenant ?'
    Failed = '{0} a échoué : {1} Les étapes précédentes sont appliquées. Pour continuer, réexécutez le script (avec -Follow) ; pour les annuler, exécutez-le avec -Undo.'
    NotVerified = '{0} a été exécutée, mais sans effet visible : {1}. Pour continuer, réexécutez le script (avec -Follow) ; pour l''annuler, exécutez-le avec -Undo.'
    NoUndo = '{0} ne peut pas être annulée par des commandes ; elle reste appliquée.'
    Elsewhere = 'Nécessaire si l''une des étapes {0} d''un autre script a modifié quelque chose.'
    WrongShell = 'Ce shell n''a pas {0}. Rien n''a été modifié. L''en-tête du script indique le shell à utiliser.'
    WrongMachine = 'Ce script est destiné à l''ordinateur {0}, et celui-ci est {1}. Rien n''a été modifié.'
    RanBefore = 'Elle a déjà été exécutée dans cette fenêtre, après les étapes qu''elle suit.'
    Declined = '{0} a été refusée ; aucune étape suivante n''a été exécutée. Lorsqu''elle pourra l''être, réexécutez le script avec -Follow.'
    Refused = '{0} n''est pas modifié par ce script : {1} Utilisez le module UcIntegration sur cet ordinateur (Set-UcAppSetting).'
    BadEncoding = 'son encodage n''est pas clairement UTF-8 ou UTF-16.'
    Sections = 'il contient {0} sections appSettings.'
    SectionPlace = 'sa section appSettings n''est pas à sa place habituelle.'
    SectionAttribute = 'sa section appSettings porte l''attribut {0}.'
    SectionEntry = 'sa section appSettings contient {0}.'
    InComment = 'un commentaire mentionne la clé {0}.'
    Twice = 'la clé {0} apparaît plusieurs fois.'
    NoValue = 'la clé {0} n''a pas d''attribut value.'
    NoEntry = 'ses entrées utilisent une notation complexe.'
    ReadOnly = 'il est en lecture seule.'
    Meanwhile = '{0} a été modifié entre-temps par un autre programme ; le script ne l''a pas modifié.'
    NotWritten = '{0} a été écrit, mais {1} n''a pas la valeur attendue. La copie à côté du fichier contient l''ancien contenu.'
    Copied = 'L''ancien contenu est dans {0}.'
}

# <Shared.ps1>

# <engine.ps1>

# <web_config.ps1>

$scriptCmdlet = $PSCmdlet
$planId = '0123456789abcdef'
$ran = @{}
$memory = Get-PlanMemory
if ($env:COMPUTERNAME -ne 'ex01') { throw ($words.WrongMachine -f 'ex01', $env:COMPUTERNAME) }
Assert-PlanElevated
Assert-PlanCommand 'Get-ExchangeDiagnosticInfo', 'Get-OwaMailboxPolicy', 'Get-SettingOverride', 'New-SettingOverride', 'Remove-SettingOverride', 'Restart-WebAppPool', 'Set-OwaMailboxPolicy'

$steps = @()

<# Étape 3 : Switch instant messaging on in the policy Default #>
<#   Corrige : OWA-POLICY-IM Default #>
<#   Vérifiée par : OWA-POLICY-IM, OWA-USER-POLICY #>
$steps += @{
    Number = 3
    Title = 'Switch instant messaging on in the policy Default'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'OWA-POLICY-IM, OWA-USER-POLICY'
    Silent = $false
    EndsSession = $false
    Place = 0
    Exact = $false
    Read = { Read-UcObjectState -From { Get-OwaMailboxPolicy -ErrorAction Stop } -Where @{ 'Identity' = 'Default' } -Name @('InstantMessagingEnabled', 'InstantMessagingType') }
    Before = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'None' }
    After = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'Ocs' }
    Run = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'Ocs' -ErrorAction Stop }
    Undo = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'None' -ErrorAction Stop }
}

<# Étape 4 : Create the setting override IM #>
<#   Corrige : SO-CREATE ex01.contoso.com #>
$steps += @{
    Number = 4
    Title = 'Create the setting override IM'
    Interrupts = ''
    Follows = @()
    VerifiedBy = ''
    Silent = $false
    EndsSession = $false
    Place = 1
    Exact = $false
    Read = { Read-UcObjectState -From { Get-SettingOverride -ErrorAction Stop } -Where @{ 'Name' = 'IM' } -Name @('Parameters') }
    Before = $null
    After = @{ 'Parameters' = @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') }
    Run = { New-SettingOverride -Name 'IM' -Component 'OwaServer' -Section 'IMSettings' -Parameters @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') -Reason 'OWA IM' -ErrorAction Stop }
    Undo = { Remove-SettingOverride -Identity 'IM' -Confirm:$false -ErrorAction Stop }
}

<# Étape 5 : Make EX01 read its setting overrides #>
<#   Corrige : SO-VERIFY ex01.contoso.com #>
<#   Vérifiée par : SO-VERIFY #>
$steps += @{
    Number = 5
    Title = 'Make EX01 read its setting overrides'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'SO-VERIFY'
    Silent = $true
    EndsSession = $false
    Place = 2
    Exact = $false
    Read = { Read-UcImState -Server 'EX01' }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = $null }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Get-ExchangeDiagnosticInfo -Server 'EX01' -Process 'Microsoft.Exchange.Directory.TopologyService' -Component 'VariantConfiguration' -Argument 'Refresh' -ErrorAction Stop | Assert-UcRefresh }
    Undo = $null
}

<# Étape 6 : Set IMServerName in Web.config on ex01.contoso.com #>
<#   Corrige : OWA-IM-SERVERNAME ex01.contoso.com #>
<#   Vérifiée par : OWA-IM-SERVERNAME #>
$steps += @{
    Number = 6
    Title = 'Set IMServerName in Web.config on ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'OWA-IM-SERVERNAME'
    Silent = $false
    EndsSession = $false
    Place = 3
    Exact = $true
    Read = { Read-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Key @('IMCertificateThumbprint', 'IMServerName') }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = '' }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = 'EA5A332496CC05DA69B75B66111C0F78A110D22D' }, @{ Key = 'IMServerName'; Value = 'pool.contoso.com' }) }
    Undo = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = $null }, @{ Key = 'IMServerName'; Value = '' }) }
}

<# Étape 7 : Recycle MSExchangeOWAAppPool on ex01.contoso.com #>
<#   Interrompt : Users of Outlook on the web on this server are signed out for a moment. #>
<#   Vérifiée par : OWA-VERIFY-EVENT112 #>
<#   S'exécute si l'une de ces étapes a été exécutée : 6, 4 #>
$steps += @{
    Number = 7
    Title = 'Recycle MSExchangeOWAAppPool on ex01.contoso.com'
    Interrupts = 'Users of Outlook on the web on this server are signed out for a moment.'
    Follows = @(6, 4)
    VerifiedBy = 'OWA-VERIFY-EVENT112'
    Silent = $false
    EndsSession = $false
    Read = $null
    Run = { Restart-UcWebAppPool -Name 'MSExchangeOWAAppPool' }
    Undo = $null
}

Invoke-Plan
