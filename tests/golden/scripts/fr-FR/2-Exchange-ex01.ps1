# Exécute les étapes d'un plan. Produit par UcIntegration, et s'exécute sans lui.
# Script 2 sur 3 : exécutez les scripts d'un plan dans l'ordre de leurs numéros.
#
<# Plan :        0123456789abcdef #>
<# Établi :      2026-03-01T21:00:00Z #>
<# Environnement : Exchange Management Shell #>
<# Ordinateur :  ex01.contoso.com #>
#
# Exécutez .\2-Exchange-ex01.ps1 pour suivre les étapes, avec -WhatIf pour seulement les voir, avec -Undo pour les annuler (le dernier script d'abord).
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
    Refused = '{0} n''est pas modifié par ce script : {1} Utilisez le module UcIntegration sur cet ordinateur (Set-UcAppSetting).'
    BadEncoding = 'son encodage n''est pas clairement UTF-8 ou UTF-16.'
    Sections = 'il contient {0} sections appSettings.'
    SectionPlace = 'sa section appSettings n''est pas à sa place habituelle.'
    SectionAttribute = 'sa section appSettings porte l''attribut {0}.'
    SectionEntry = 'sa section appSettings contient {0}.'
    InComment = 'un commentaire mentionne la clé {0}.'
    Twice = 'la clé {0} y figure plusieurs fois.'
    NoValue = 'la clé {0} n''a pas d''attribut value.'
    NoEntry = 'ses entrées ne sont pas écrites simplement.'
    ReadOnly = 'il est en lecture seule.'
    Meanwhile = '{0} a été modifié entre-temps par un autre programme ; il est resté tel quel.'
    NotWritten = '{0} a été écrit, mais {1} ne se lit pas comme prévu. La copie à côté du fichier a l''ancien contenu.'
    Copied = 'L''ancien contenu est dans {0}.'
}

# <engine.ps1>

# <im_settings.ps1>

# <web_config.ps1>

$scriptCmdlet = $PSCmdlet
$ran = @{}
if ($env:COMPUTERNAME -ne 'ex01') { throw ($words.WrongMachine -f 'ex01', $env:COMPUTERNAME) }
Assert-PlanCommand 'Get-ExchangeDiagnosticInfo', 'Get-OwaMailboxPolicy', 'Get-SettingOverride', 'New-SettingOverride', 'Remove-SettingOverride', 'Restart-WebAppPool', 'Set-OwaMailboxPolicy'

$steps = @()

<# Étape 3 : Switch instant messaging on in the policy Default #>
<#   Répare : OWA-POLICY-IM Default #>
<#   Vérifiée par : OWA-POLICY-IM, OWA-USER-POLICY #>
$steps += @{
    Number = 3
    Title = 'Switch instant messaging on in the policy Default'
    Interrupts = ''
    Follows = @()
    Place = 0
    Read = { Read-PlanObject -From { Get-OwaMailboxPolicy -ErrorAction Stop } -Where @{ 'Identity' = 'Default' } -Name @('InstantMessagingEnabled', 'InstantMessagingType') }
    Before = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'None' }
    After = @{ 'InstantMessagingEnabled' = $true; 'InstantMessagingType' = 'Ocs' }
    Run = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'Ocs' -ErrorAction Stop }
    Undo = { Set-OwaMailboxPolicy -Identity 'Default' -InstantMessagingEnabled:$true -InstantMessagingType 'None' -ErrorAction Stop }
}

<# Étape 4 : Create the setting override IM #>
<#   Répare : SO-CREATE ex01.contoso.com #>
$steps += @{
    Number = 4
    Title = 'Create the setting override IM'
    Interrupts = ''
    Follows = @()
    Place = 1
    Read = { Read-PlanObject -From { Get-SettingOverride -ErrorAction Stop } -Where @{ 'Name' = 'IM' } -Name @('Parameters') }
    Before = $null
    After = @{ 'Parameters' = @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') }
    Run = { New-SettingOverride -Name 'IM' -Component 'OwaServer' -Section 'IMSettings' -Parameters @('IMServerName=pool.contoso.com', 'IMCertificateThumbprint=EA5A332496CC05DA69B75B66111C0F78A110D22D') -Reason 'OWA IM' -ErrorAction Stop }
    Undo = { Remove-SettingOverride -Identity 'IM' -Confirm:$false -ErrorAction Stop }
}

<# Étape 5 : Make EX01 read its setting overrides #>
<#   Répare : SO-VERIFY ex01.contoso.com #>
<#   Vérifiée par : SO-VERIFY #>
$steps += @{
    Number = 5
    Title = 'Make EX01 read its setting overrides'
    Interrupts = ''
    Follows = @()
    Place = 2
    Read = { Read-PlanImSetting -Server 'EX01' }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = $null }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Get-ExchangeDiagnosticInfo -Server 'EX01' -Process 'Microsoft.Exchange.Directory.TopologyService' -Component 'VariantConfiguration' -Argument 'Refresh' -ErrorAction Stop }
    Undo = $null
}

<# Étape 6 : Set IMServerName in Web.config on ex01.contoso.com #>
<#   Répare : OWA-IM-SERVERNAME ex01.contoso.com #>
<#   Vérifiée par : OWA-IM-SERVERNAME #>
$steps += @{
    Number = 6
    Title = 'Set IMServerName in Web.config on ex01.contoso.com'
    Interrupts = ''
    Follows = @()
    Place = 3
    Read = { Read-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Key @('IMCertificateThumbprint', 'IMServerName') }
    Before = @{ 'IMCertificateThumbprint' = $null; 'IMServerName' = '' }
    After = @{ 'IMCertificateThumbprint' = 'EA5A332496CC05DA69B75B66111C0F78A110D22D'; 'IMServerName' = 'pool.contoso.com' }
    Run = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = 'EA5A332496CC05DA69B75B66111C0F78A110D22D' }, @{ Key = 'IMServerName'; Value = 'pool.contoso.com' }) }
    Undo = { Set-PlanWebConfig -Path 'C:\Program Files\Microsoft\Exchange Server\V15\ClientAccess\Owa\web.config' -Change @(@{ Key = 'IMCertificateThumbprint'; Value = $null }, @{ Key = 'IMServerName'; Value = '' }) }
}

<# Étape 7 : Recycle MSExchangeOWAAppPool on ex01.contoso.com #>
<#   Interrompt : Users of Outlook on the web on this server are signed out for a moment. #>
<#   Vérifiée par : OWA-VERIFY-EVENT112 #>
<#   S'exécute si l'une de celles-ci s'est exécutée : 6, 4 #>
$steps += @{
    Number = 7
    Title = 'Recycle MSExchangeOWAAppPool on ex01.contoso.com'
    Interrupts = 'Users of Outlook on the web on this server are signed out for a moment.'
    Follows = @(6, 4)
    Read = $null
    Run = { Restart-WebAppPool -Name 'MSExchangeOWAAppPool' -ErrorAction Stop }
    Undo = $null
}

Invoke-Plan
