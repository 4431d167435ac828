<#
.SYNOPSIS
Exécute les étapes d'un plan. Produit par UcIntegration, et s'exécute sans lui.

.DESCRIPTION
Script 1 sur 3 : exécutez les scripts d'un plan dans l'ordre de leurs numéros.
Chaque étape est comparée à l'état pour lequel le plan a été établi. Si un état a changé, rien n'est modifié.
Une étape qui interrompt des utilisateurs demande d'abord ; -Force répond oui. Les étapes déjà faites sont passées.

.PARAMETER Force
Ne pas demander avant les étapes qui interrompent des utilisateurs.

.PARAMETER Undo
Annuler les étapes, la dernière d'abord. Commencez par le dernier script du plan.

.PARAMETER Follow
Exécuter les étapes qui en suivent d'autres (redémarrages, par exemple) même si rien ne change cette fois.

.EXAMPLE
.\1-Lync.ps1 -WhatIf

Montre les étapes et ne modifie rien.

.EXAMPLE
.\1-Lync.ps1 | Format-Table -AutoSize -Wrap

Exécute les étapes et montre en entier le résultat de chacune.

.EXAMPLE
.\1-Lync.ps1 -Undo

Annule les étapes.

.OUTPUTS
Un objet par étape, avec Number, Status, Title et Message. Status est Done, AlreadyCompliant, Unverified (rien ne montre qu'elle a fait son travail), Skipped, WhatIf, Undone, Drifted ou Failed ; les deux derniers terminent le script.

.NOTES
Plan :          0123456789abcdef
Établi :        2026-03-01T21:00:00Z
Environnement : Lync Server Management Shell ou Skype for Business Server Management Shell
Ordinateur :    tout ordinateur doté de cet environnement
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
    Plan_ObjectPresent = 'l''objet existe alors qu''il n''était pas attendu : {0}'
    Plan_Difference = '{0} : attendu {1}, trouvé {2}'
    Plan_Several = '{0} objets ont {1} ; le plan n''en vise qu''un.'
    Plan_NothingFollowed = 'Aucune des étapes dont elle dépend n''a été exécutée.'
    Plan_Declined = 'L''étape a été refusée ; rien de ce qui suit n''a été fait.'
    Plan_Unverified = 'Le script s''est terminé, mais rien ne montre s''il a fait son travail. Collectez de nouveau les faits et vérifiez {0}.'
    Fact_PropertyMissing = 'La réponse ne contient pas {0}.'
    Step = 'étape {0} ({1})'
    ReadFailed = 'L''état de {0} ne peut pas être lu : {1} L''étape n''a pas été exécutée.'
    Drifted = '{0} ne convient plus, car l''état a changé depuis la création du plan : {1}'
    Stopped = 'Rien n''a été modifié, car le plan n''est plus à jour. Collectez de nouveau les faits et établissez un nouveau plan.'
    Yes = '&Oui'
    YesHelp = 'Exécuter cette étape maintenant.'
    No = '&Non'
    NoHelp = 'S''arrêter ici ; les étapes précédentes restent faites.'
    Ask = '{0} L''exécuter maintenant ?'
    Failed = '{0} a échoué : {1} Les étapes précédentes sont faites. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour les annuler.'
    NotVerified = '{0} a été exécutée, mais son effet ne se voit pas : {1}. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour l''annuler.'
    NoUndo = '{0} ne peut pas être annulée par des commandes ; elle reste.'
    Elsewhere = 'Nécessaire si une des étapes {0} d''un autre script a modifié quelque chose.'
    WrongShell = 'Cet environnement n''a pas {0}. Rien n''a été modifié ; l''en-tête du script indique l''environnement voulu.'
    WrongMachine = 'Ce script est destiné à l''ordinateur {0}, et celui-ci est {1}. Rien n''a été modifié.'
    Declined = '{0} a été refusée ; rien n''a été exécuté ensuite. Relancez le script avec -Follow lorsqu''elle pourra l''être.'
}

# <Shared.ps1>

# <engine.ps1>

$scriptCmdlet = $PSCmdlet
$ran = @{}
Assert-PlanCommand 'Enable-CsTopology', 'Get-CsTrustedApplicationPool', 'New-CsTrustedApplicationPool', 'Remove-CsTrustedApplicationPool'

$steps = @()

<# Étape 1 : Create the trusted application pool ex01.contoso.com #>
<#   Répare : TAP-CREATE ex01.contoso.com #>
<#   Vérifiée par : TAP-CREATE #>
$steps += @{
    Number = 1
    Title = 'Create the trusted application pool ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    VerifiedBy = 'TAP-CREATE'
    Silent = $false
    Place = 0
    Exact = $false
    Read = { Read-UcObjectState -From { Get-CsTrustedApplicationPool -ErrorAction Stop } -Where @{ 'PoolFqdn' = 'ex01.contoso.com' } -Name @('RequiresReplication') }
    Before = $null
    After = @{ 'RequiresReplication' = $false }
    Run = { New-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Registrar 'pool.contoso.com' -Site '1' -RequiresReplication:$false -ErrorAction Stop }
    Undo = { Remove-CsTrustedApplicationPool -Identity 'ex01.contoso.com' -Confirm:$false -ErrorAction Stop }
}

<# Étape 2 : Publish the topology #>
<#   S'exécute si l'une de celles-ci s'est exécutée : 1 #>
$steps += @{
    Number = 2
    Title = 'Publish the topology'
    Interrupts = ''
    Follows = @(1)
    VerifiedBy = ''
    Silent = $false
    Read = $null
    Run = { Enable-CsTopology -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
