# Exécute les étapes d'un plan. Produit par UcIntegration, et s'exécute sans lui.
# Script 3 sur 3 : exécutez les scripts d'un plan dans l'ordre de leurs numéros.
#
<# Plan :        0123456789abcdef #>
<# Établi :      2026-03-01T21:00:00Z #>
<# Environnement : Windows PowerShell, en tant qu'administrateur #>
<# Ordinateur :  ex02.contoso.com #>
#
# Exécutez .\3-Local-ex02.ps1 pour suivre les étapes, avec -WhatIf pour seulement les voir, avec -Undo pour les annuler (le dernier script d'abord).
# Chaque étape est comparée à l'état pour lequel le plan a été établi. Si un état a changé, rien n'est modifié.
# Une étape qui interrompt des utilisateurs demande d'abord ; -Force répond oui. Les étapes déjà faites sont passées.
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    # Ne pas demander avant les étapes qui interrompent des utilisateurs.
    [switch]$Force,

    # Annuler les étapes, la dernière d'abord.
    [switch]$Undo,

    # Exécuter les étapes qui en suivent d'autres (redémarrages, par exemple) même si rien ne change cette fois.
    [switch]$Follow
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$words = @{
    Step = 'étape {0} ({1})'
    NoObject = 'aucun objet de ce nom'
    NotSet = 'non défini'
    Several = '{0} objets ont {1} ; le plan n''en vise qu''un.'
    ReadFailed = 'L''état de {0} ne peut pas être lu : {1} L''étape n''a pas été exécutée.'
    Moved = '{0} : l''état a changé. Trouvé : {1}. Le plan connaît : {2} (avant) et {3} (après).'
    Stopped = 'Rien n''a été modifié, car le plan n''est plus à jour. Collectez de nouveau les faits et établissez un nouveau plan.'
    Yes = '&Oui'
    YesHelp = 'Exécuter cette étape maintenant.'
    No = '&Non'
    NoHelp = 'S''arrêter ici ; les étapes précédentes restent faites.'
    Ask = '{0} L''exécuter maintenant ?'
    Failed = '{0} a échoué : {1} Les étapes précédentes sont faites. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour les annuler.'
    NotVerified = '{0} a été exécutée, mais son effet ne se voit pas. Trouvé : {1}. Relancez le script (avec -Follow) pour continuer, ou avec -Undo pour l''annuler.'
    NoUndo = '{0} ne peut pas être annulée par des commandes ; elle reste.'
    Elsewhere = 'Nécessaire si une des étapes {0} d''un autre script a modifié quelque chose.'
    WrongShell = 'Cet environnement n''a pas {0}. Rien n''a été modifié ; l''en-tête du script indique l''environnement voulu.'
    WrongMachine = 'Ce script est destiné à l''ordinateur {0}, et celui-ci est {1}. Rien n''a été modifié.'
    Declined = '{0} a été refusée ; rien n''a été exécuté ensuite. Relancez le script avec -Follow lorsqu''elle pourra l''être.'
}

# <engine.ps1>

$scriptCmdlet = $PSCmdlet
$ran = @{}
if ($env:COMPUTERNAME -ne 'ex02') { throw ($words.WrongMachine -f 'ex02', $env:COMPUTERNAME) }
Assert-PlanCommand 'Restart-WebAppPool'

$steps = @()

<# Étape 8 : Recycle MSExchangeOWAAppPool on ex02.contoso.com #>
<#   Interrompt : Users of Outlook on the web on this server are signed out for a moment. #>
<#   S'exécute si l'une de celles-ci s'est exécutée : 4 #>
$steps += @{
    Number = 8
    Title = 'Recycle MSExchangeOWAAppPool on ex02.contoso.com'
    Interrupts = 'Users of Outlook on the web on this server are signed out for a moment.'
    Follows = @(4)
    Read = $null
    Run = { Restart-WebAppPool -Name 'MSExchangeOWAAppPool' -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
