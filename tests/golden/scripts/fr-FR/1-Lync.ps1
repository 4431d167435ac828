<#
.SYNOPSIS
Exécute les étapes d'un plan. Généré par UcIntegration ; s'exécute sans lui.

.DESCRIPTION
Script 1 sur 3 : exécutez les scripts d'un plan dans l'ordre de leurs numéros.
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
.\1-Lync.ps1 -WhatIf

Affiche les étapes et ne modifie rien.

.EXAMPLE
.\1-Lync.ps1 | Format-Table -AutoSize -Wrap

Exécute les étapes et affiche le résultat complet de chacune.

.EXAMPLE
.\1-Lync.ps1 -Undo

Annule les étapes.

.OUTPUTS
Un objet par étape, avec Number, Status, Title et Message. Status est Done, AlreadyCompliant, Unverified (son effet n'a pas pu être vérifié), Skipped, WhatIf, Undone, Drifted ou Failed ; les deux derniers terminent le script.

.NOTES
Plan :          0123456789abcdef
Créé :          2026-03-01T21:00:00Z
Shell :         Lync Server Management Shell ou Skype for Business Server Management Shell
Ordinateur :    tout ordinateur disposant de ce shell
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
}

# <Shared.ps1>

# <engine.ps1>

$scriptCmdlet = $PSCmdlet
$planId = '0123456789abcdef'
$ran = @{}
$memory = Get-PlanMemory
Assert-PlanCommand 'Enable-CsTopology', 'Get-CsTrustedApplicationPool', 'New-CsTrustedApplicationPool', 'Remove-CsTrustedApplicationPool'

$steps = @()

<# Étape 1 : Create the trusted application pool ex01.contoso.com #>
<#   Corrige : TAP-CREATE ex01.contoso.com #>
<#   Vérifiée par : TAP-CREATE #>
$steps += @{
    Number = 1
    Title = 'Create the trusted application pool ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'TAP-CREATE'
    Silent = $false
    EndsSession = $false
    Place = 0
    Exact = $false
    Read = { Read-UcObjectState -From { Get-CsTrustedApplicationPool -ErrorAction Stop } -Where @{ 'PoolFqdn' = 'ex01.contoso.com' } -Name @('RequiresReplication') }
    Before = $null
    After = @{ 'RequiresReplication' = $false }
    Run = { New-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Registrar 'pool.contoso.com' -Site '1' -RequiresReplication:$false -ErrorAction Stop }
    Undo = { Remove-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Confirm:$false -ErrorAction Stop }
}

<# Étape 2 : Publish the topology #>
<#   S'exécute si l'une de ces étapes a été exécutée : 1 #>
$steps += @{
    Number = 2
    Title = 'Publish the topology'
    Interrupts = ''
    Follows = @(1)
    VerifiedBy = ''
    Silent = $false
    EndsSession = $false
    Read = $null
    Run = { Enable-CsTopology -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
