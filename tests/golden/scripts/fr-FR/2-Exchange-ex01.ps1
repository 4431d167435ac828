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

# What every script does with its steps. Knows no product: the steps below say how a state is read and changed.

# A value as a set of texts without case. Nothing, an empty text and an empty list are the same.
function New-PlanSet {
    param($Value)
    $set = New-Object 'System.Collections.Generic.HashSet[string]' ([StringComparer]::OrdinalIgnoreCase)
    foreach ($one in @($Value)) {
        if ($null -ne $one -and ([string]$one).Length -gt 0) { [void]$set.Add([string]$one) }
    }
    return , $set
}

# Whether two values are the same. A setting that is empty is not one that is missing, so $null is only the same as $null.
function Test-PlanValue {
    param($Left, $Right)
    if ($null -eq $Left -or $null -eq $Right) { return ($null -eq $Left -and $null -eq $Right) }
    return (New-PlanSet $Left).SetEquals((New-PlanSet $Right))
}

# Whether a state is the expected one: all named properties; $null is an object that does not exist.
function Test-PlanState {
    param($State, $Expected)
    if ($null -eq $State -or $null -eq $Expected) { return ($null -eq $State -and $null -eq $Expected) }
    foreach ($name in $Expected.Keys) {
        if (-not (Test-PlanValue $State[$name] $Expected[$name])) { return $false }
    }
    return $true
}

function Format-PlanState {
    param($State)
    if ($null -eq $State) { return $words.NoObject }
    $parts = foreach ($name in ($State.Keys | Sort-Object)) {
        $value = $words.NotSet
        if ($null -ne $State[$name]) { $value = '"' + (@($State[$name]) -join '", "') + '"' }
        $name + ' = ' + $value
    }
    return @($parts) -join '; '
}

function Format-PlanStep {
    param($Step)
    return $words.Step -f $Step.Number, $Step.Title
}

# The named properties of the one object that meets all conditions; $null if there is none.
function Read-PlanObject {
    param([scriptblock]$From, [hashtable]$Where, [string[]]$Name)
    try {
        $all = @(& $From)
    } catch [System.Management.Automation.CommandNotFoundException] {
        throw
    } catch {
        # The products report an object that does not exist as an error of this category or by this name.
        $missing = [string]$_.CategoryInfo.Category -eq 'ObjectNotFound' -or $_.FullyQualifiedErrorId -match 'ObjectNotFound'
        if (-not $missing) { throw }
        $all = @()
    }
    $found = @(foreach ($one in $all) { if (Test-PlanObject $one $Where) { $one } })
    if ($found.Count -eq 0) { return $null }
    if ($found.Count -gt 1) { throw ($words.Several -f $found.Count, (Format-PlanState $Where)) }
    $state = @{}
    foreach ($property in $Name) { $state[$property] = Get-PlanProperty $found[0] $property }
    return $state
}

function Test-PlanObject {
    param($Object, [hashtable]$Where)
    if ($null -eq $Object) { return $false }
    foreach ($name in $Where.Keys) {
        if (-not (New-PlanSet (Get-PlanProperty $Object $name)).SetEquals((New-PlanSet $Where[$name]))) { return $false }
    }
    return $true
}

# A property as texts; $null if it is missing or empty.
function Get-PlanProperty {
    param($Object, [string]$Name)
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    $texts = @(foreach ($one in @($property.Value)) { if ($null -ne $one -and ([string]$one).Length -gt 0) { [string]$one } })
    if ($texts.Count -eq 0) { return $null }
    return $texts
}

# The state of a step, and where the step stands: 'Done', 'Due' or 'Moved'.
function Get-PlanStanding {
    param($Step)
    try {
        $state = & $Step.Read
    } catch {
        throw ($words.ReadFailed -f (Format-PlanStep $Step), $_.Exception.Message)
    }
    $from, $to = $Step.Before, $Step.After
    if ($Undo) { $from, $to = $Step.After, $Step.Before }
    $standing = 'Moved'
    if (Test-PlanState $state $to) { $standing = 'Done' } elseif (Test-PlanState $state $from) { $standing = 'Due' }
    return @{ State = $state; Standing = $standing }
}

function Format-PlanMove {
    param($Step, $State)
    return $words.Moved -f (Format-PlanStep $Step), (Format-PlanState $State), (Format-PlanState $Step.Before), (Format-PlanState $Step.After)
}

# Ends the script before anything is changed if a step has moved on. A step that changes what an earlier one changes
# as well is looked at when its turn comes.
function Assert-PlanUnmoved {
    param([object[]]$Steps)
    $touched = @{}
    $moved = @(foreach ($step in $Steps) {
        if ($touched.ContainsKey($step.Place)) { continue }
        $now = Get-PlanStanding $step
        if ($now.Standing -eq 'Due') { $touched[$step.Place] = $true }
        if ($now.Standing -eq 'Moved') { Format-PlanMove $step $now.State }
    })
    if ($moved.Count -gt 0) { throw (@($words.Stopped) + $moved -join [Environment]::NewLine) }
}

# Whether the user agrees. Only steps that interrupt somebody ask, and -Force answers for them.
function Confirm-PlanStep {
    param($Step, [string]$Because)
    if ($Force -or -not $Because) { return $true }
    $choice = 'System.Management.Automation.Host.ChoiceDescription'
    $choices = [System.Management.Automation.Host.ChoiceDescription[]]@(
        (New-Object $choice $words.Yes, $words.YesHelp), (New-Object $choice $words.No, $words.NoHelp))
    return $host.UI.PromptForChoice((Format-PlanStep $Step), ($words.Ask -f $Because), $choices, 1) -eq 0
}

# Asks, runs, and says what came of it: 'Done', 'WouldRun' or 'Declined'.
function Invoke-PlanStep {
    param($Step, [scriptblock]$Run, [string]$Because)
    if (-not $scriptCmdlet.ShouldProcess((Format-PlanStep $Step))) { return 'WouldRun' }
    try {
        if (-not (Confirm-PlanStep $Step $Because)) { return 'Declined' }
        # Not even what a command puts out may be taken for the result.
        (& $Run | Out-String).Trim() | Where-Object { $_ } | Write-Verbose
    } catch {
        throw ($words.Failed -f (Format-PlanStep $Step), $_.Exception.Message)
    }
    return 'Done'
}

# A step that changes a state: compares, runs, compares again.
function Invoke-PlanChange {
    param($Step)
    $now = Get-PlanStanding $Step
    if ($now.Standing -eq 'Done') { return 'AlreadyDone' }
    # Without really running, the steps before this one have not prepared it.
    if ($now.Standing -eq 'Moved' -and -not $WhatIfPreference) { throw (Format-PlanMove $Step $now.State) }
    $run = $Step.Run
    if ($Undo) { $run = $Step.Undo }
    if ($null -eq $run) {
        Write-Warning ($words.NoUndo -f (Format-PlanStep $Step))
        return 'NotUndone'
    }
    $result = Invoke-PlanStep $Step $run $Step.Interrupts
    if ($result -eq 'Done') { Assert-PlanDone $Step }
    return $result
}

# What was changed may take a moment to be seen by the server that is asked.
function Assert-PlanDone {
    param($Step)
    foreach ($attempt in 1..5) {
        $now = Get-PlanStanding $Step
        if ($now.Standing -eq 'Done') { return }
        if ($attempt -lt 5) { Start-Sleep -Seconds 1 }
    }
    throw ($words.NotVerified -f (Format-PlanStep $Step), (Format-PlanState $now.State))
}

# A step without a state of its own: runs if a step that it follows ran. Whether a step of another script ran, only the
# user knows.
function Invoke-PlanFollower {
    param($Step)
    $run = $Step.Run
    if ($Undo -and $null -ne $Step.Undo) { $run = $Step.Undo }
    $because = $Step.Interrupts
    $here = @($steps | ForEach-Object { $_.Number })
    $elsewhere = @($Step.Follows | Where-Object { $here -notcontains $_ })
    $due = $Follow -or @($Step.Follows | Where-Object { $ran.ContainsKey($_) }).Count -gt 0
    if (-not $due -and $elsewhere.Count -gt 0) {
        $due = $true
        $because = ($words.Elsewhere -f ($elsewhere -join ', ')) + ' ' + $because
    }
    # A step that follows none always runs, but there is nothing of it to be repeated after an undo.
    if (@($Step.Follows).Count -eq 0) { $due = -not $Undo -or $null -ne $Step.Undo }
    if (-not $due) { return 'NotNeeded' }
    return Invoke-PlanStep $Step $run $because
}

# Whether a step is taken because others were: it has no state of its own, or nothing takes it back but a repetition.
function Test-PlanFollower {
    param($Step)
    return $null -eq $Step.Read -or ($Undo -and $null -eq $Step.Undo -and @($Step.Follows).Count -gt 0)
}

# All steps in their order; taking back begins at the end, and what follows others comes last.
function Get-PlanOrder {
    if (-not $Undo) { return $steps }
    $changing = @($steps | Where-Object { -not (Test-PlanFollower $_) })
    [array]::Reverse($changing)
    return $changing + @($steps | Where-Object { Test-PlanFollower $_ })
}

function Assert-PlanCommand {
    param([string[]]$Name)
    $missing = @($Name | Where-Object { $null -eq (Get-Command -Name $_ -ErrorAction SilentlyContinue) })
    if ($missing.Count -gt 0) { throw ($words.WrongShell -f ($missing -join ', ')) }
}

function Invoke-Plan {
    $ordered = @(Get-PlanOrder)
    Assert-PlanUnmoved @($ordered | Where-Object { -not (Test-PlanFollower $_) })
    foreach ($step in $ordered) {
        Write-Verbose (Format-PlanStep $step)
        if (Test-PlanFollower $step) { $result = Invoke-PlanFollower $step } else { $result = Invoke-PlanChange $step }
        if (@('Done', 'WouldRun') -contains $result) { $ran[$step.Number] = $true }
        [pscustomobject]@{ Step = $step.Number; Title = $step.Title; Result = $result }
        if ($result -eq 'Declined') {
            Write-Warning ($words.Declined -f (Format-PlanStep $step))
            return
        }
    }
}

# The instant messaging settings that a server works with, as its processes report them. Changes nothing.
function Read-PlanImSetting {
    param([string]$Server)
    [xml]$answer = Get-ExchangeDiagnosticInfo -Server $Server -Process 'MSExchangeMailboxAssistants' -Component 'VariantConfiguration' -Argument 'Config,Component=OwaServer' -ErrorAction Stop
    $settings = $answer.SelectSingleNode('/Diagnostics/Components/VariantConfiguration/Configuration/OwaServer/IMSettings')
    $state = @{ IMServerName = $null; IMCertificateThumbprint = $null }
    if ($null -eq $settings) { return $state }
    foreach ($name in 'IMServerName', 'IMCertificateThumbprint') {
        $node = $settings.SelectSingleNode($name + ' | @' + $name)
        if ($null -ne $node -and $node.InnerText.Trim().Length -gt 0) { $state[$name] = $node.InnerText.Trim() }
    }
    return $state
}

# Reads and edits appSettings of a Web.config: by the module UcIntegration where it is installed, else here, where
# whatever is not plain is refused. An edit changes the characters of the edit and no other byte of the file.

function Test-PlanModule {
    return $null -ne (Get-Command -Name 'Set-UcAppSetting' -ErrorAction SilentlyContinue)
}

function Stop-PlanEdit {
    param([string]$Path, [string]$Because)
    throw ($words.Refused -f $Path, $Because)
}

# The encoding of a file by its first bytes; UTF-8 if they do not tell. Broken text is an error, not a question mark.
function Get-PlanEncoding {
    param([byte[]]$Bytes)
    $head = [BitConverter]::ToString($Bytes, 0, [Math]::Min(4, $Bytes.Length))
    if ($head -like 'EF-BB-BF*') { return @{ Encoding = (New-Object System.Text.UTF8Encoding $true, $true); Skip = 3 } }
    if ($head -like 'FF-FE*') { return @{ Encoding = (New-Object System.Text.UnicodeEncoding $false, $true, $true); Skip = 2 } }
    if ($head -like 'FE-FF*') { return @{ Encoding = (New-Object System.Text.UnicodeEncoding $true, $true, $true); Skip = 2 } }
    if ($head -like '3C-00*') { return @{ Encoding = (New-Object System.Text.UnicodeEncoding $false, $false, $true); Skip = 0 } }
    if ($head -like '00-3C*') { return @{ Encoding = (New-Object System.Text.UnicodeEncoding $true, $false, $true); Skip = 0 } }
    return @{ Encoding = (New-Object System.Text.UTF8Encoding $false, $true); Skip = 0 }
}

# The bytes, the text and the XML of a file, if the text can be written back to the same bytes.
function Read-PlanDocument {
    param([string]$Path)
    $bytes = [System.IO.File]::ReadAllBytes($Path)
    $kind = Get-PlanEncoding $bytes
    $document = @{ Path = $Path; Bytes = $bytes; Encoding = $kind.Encoding; Skip = $kind.Skip; Text = $null; Xml = $null }
    try {
        $document.Text = $kind.Encoding.GetString($bytes, $kind.Skip, $bytes.Length - $kind.Skip)
    } catch {
        Stop-PlanEdit $Path $words.BadEncoding
    }
    $declared = [regex]::Match($document.Text, '^<\?xml\s[^>]*?encoding\s*=\s*["'']([^"'']*)["'']')
    $name = $document.Encoding.WebName -replace '(?i)BE$', ''
    if ($declared.Success -and $declared.Groups[1].Value -ne $name) { Stop-PlanEdit $Path $words.BadEncoding }
    if (-not (Test-PlanBytes $bytes (ConvertTo-PlanBytes $document $document.Text))) { Stop-PlanEdit $Path $words.BadEncoding }
    $document.Xml = ConvertTo-PlanXml $Path $document.Text
    return $document
}

function ConvertTo-PlanBytes {
    param([hashtable]$Document, [string]$Text)
    $stream = New-Object System.IO.MemoryStream
    $stream.Write($Document.Bytes, 0, $Document.Skip)
    $content = $Document.Encoding.GetBytes($Text)
    $stream.Write($content, 0, $content.Length)
    return , $stream.ToArray()
}

function Test-PlanBytes {
    param([byte[]]$Left, [byte[]]$Right)
    return [Convert]::ToBase64String($Left) -ceq [Convert]::ToBase64String($Right)
}

# The XML of a text. A DTD is an error: it could name other files, or grow without end.
function ConvertTo-PlanXml {
    param([string]$Path, [string]$Text)
    $settings = New-Object System.Xml.XmlReaderSettings
    $settings.DtdProcessing = [System.Xml.DtdProcessing]::Prohibit
    $settings.XmlResolver = $null
    $xml = New-Object System.Xml.XmlDocument
    $xml.XmlResolver = $null
    try {
        $xml.Load([System.Xml.XmlReader]::Create((New-Object System.IO.StringReader $Text), $settings))
    } catch {
        Stop-PlanEdit $Path $_.Exception.Message
    }
    return , $xml
}

# The one appSettings element, if nothing about it is open to doubt.
function Get-PlanSection {
    param([hashtable]$Document)
    $all = $Document.Xml.SelectNodes('//*[local-name() = "appSettings"]')
    if ($all.Count -ne 1) { Stop-PlanEdit $Document.Path ($words.Sections -f $all.Count) }
    $section = $all.Item(0)
    if ($section.ParentNode -ne $Document.Xml.DocumentElement -or $Document.Xml.DocumentElement.Name -ne 'configuration') {
        Stop-PlanEdit $Document.Path $words.SectionPlace
    }
    if ($section.HasAttributes) { Stop-PlanEdit $Document.Path ($words.SectionAttribute -f $section.Attributes.Item(0).Name) }
    foreach ($node in $section.ChildNodes) {
        $plain = $node.NodeType -eq 'Comment' -or ($node.NodeType -eq 'Element' -and $node.Name -ceq 'add' -and -not $node.HasChildNodes)
        if (-not $plain) { Stop-PlanEdit $Document.Path ($words.SectionEntry -f $node.Name) }
    }
    return , $section
}

# The entries of the section that have a key, by any spelling of its letters.
function Get-PlanEntry {
    param([hashtable]$Document, [System.Xml.XmlElement]$Section, [string]$Key)
    $entries = @(foreach ($node in $Section.ChildNodes) {
        if ($node.NodeType -eq 'Comment') {
            if ($node.Value.IndexOf($Key, [StringComparison]::OrdinalIgnoreCase) -ge 0) { Stop-PlanEdit $Document.Path ($words.InComment -f $Key) }
        } elseif ([string]::Equals($node.GetAttribute('key'), $Key, [StringComparison]::OrdinalIgnoreCase)) {
            $node
        }
    })
    if ($entries.Count -gt 1) { Stop-PlanEdit $Document.Path ($words.Twice -f $Key) }
    if ($entries.Count -eq 1 -and -not $entries[0].HasAttribute('value')) { Stop-PlanEdit $Document.Path ($words.NoValue -f $Key) }
    return $entries
}

# The values of keys; $null for a key that is not set.
function Read-PlanWebConfig {
    param([string]$Path, [string[]]$Key)
    $state = @{}
    foreach ($one in $Key) { $state[$one] = $null }
    if (Test-PlanModule) {
        foreach ($setting in @(Get-UcAppSetting -LiteralPath $Path -ErrorAction Stop)) {
            if ($setting.Effective -and $state.ContainsKey($setting.Key)) { $state[$setting.Key] = $setting.Value }
        }
        return $state
    }
    $document = Read-PlanDocument $Path
    $section = Get-PlanSection $document
    foreach ($one in $Key) {
        $entries = @(Get-PlanEntry $document $section $one)
        if ($entries.Count -eq 1) { $state[$one] = $entries[0].GetAttribute('value') }
    }
    return $state
}

# The text with all that is not markup of elements blanked out, so that places in it are those of the text.
function Get-PlanMask {
    param([string]$Text)
    $blank = { param($match) ' ' * $match.Length }
    return [regex]::Replace($Text, '(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>', $blank)
}

# Where the entries of the section stand in the text, in the order of the XML.
function Get-PlanPlace {
    param([hashtable]$Document, [System.Xml.XmlElement]$Section)
    $attributes = '(?:\s+[^\s=<>/"'']+\s*=\s*(?:"[^"<]*"|''[^''<]*''))*\s*'
    $mask = Get-PlanMask $Document.Text
    $start = [regex]::Matches($mask, '<appSettings\s*>')
    $end = [regex]::Matches($mask, '</appSettings\s*>')
    if ($start.Count -ne 1 -or $end.Count -ne 1) { Stop-PlanEdit $Document.Path $words.SectionPlace }
    $pattern = New-Object regex ('<add' + $attributes + '(?:/>|>\s*</add\s*>)')
    $places = @($pattern.Matches($mask.Substring(0, $end[0].Index), $start[0].Index))
    if ($places.Count -eq 0 -or $places.Count -ne $Section.SelectNodes('add').Count) { Stop-PlanEdit $Document.Path $words.NoEntry }
    return $places
}

# A value as it is written between double or single quotes.
function ConvertTo-PlanAttribute {
    param([string]$Value)
    $escaped = $Value.Replace('&', '&amp;').Replace('<', '&lt;').Replace('>', '&gt;').Replace('"', '&quot;').Replace("'", '&apos;')
    return $escaped.Replace("`t", '&#x9;').Replace("`n", '&#xA;').Replace("`r", '&#xD;')
}

# The text with one key set, or removed if the value is $null.
function Edit-PlanText {
    param([hashtable]$Document, [string]$Key, $Value)
    $section = Get-PlanSection $Document
    $text = $Document.Text
    $places = @(Get-PlanPlace $Document $section)
    $entries = @(Get-PlanEntry $Document $section $Key)
    if ($entries.Count -eq 0) {
        if ($null -eq $Value) { return $text }
        $last = $places[$places.Count - 1]
        $lead = [regex]::Match($text.Substring(0, $last.Index), '(\r\n|\n|\r)?[ \t]*$').Value
        $new = $lead + '<add key="' + (ConvertTo-PlanAttribute $Key) + '" value="' + (ConvertTo-PlanAttribute $Value) + '" />'
        return $text.Insert($last.Index + $last.Length, $new)
    }
    $at = 0
    foreach ($node in $section.SelectNodes('add')) {
        if ([object]::ReferenceEquals($node, $entries[0])) { break }
        $at++
    }
    $place = $places[$at]
    if ($null -eq $Value) {
        $lead = [regex]::Match($text.Substring(0, $place.Index), '(\r\n|\n|\r)?[ \t]*$').Length
        return $text.Remove($place.Index - $lead, $lead + $place.Length)
    }
    $old = [regex]::Match($place.Value, '\svalue\s*=\s*(?:"([^"]*)"|''([^'']*)'')')
    $inner = $old.Groups[1]
    if (-not $inner.Success) { $inner = $old.Groups[2] }
    return $text.Remove($place.Index + $inner.Index, $inner.Length).Insert($place.Index + $inner.Index, (ConvertTo-PlanAttribute $Value))
}

# Sets the keys of one file, all at once, after a copy of it was made beside it.
function Set-PlanWebConfig {
    param([string]$Path, [hashtable[]]$Change)
    if (Test-PlanModule) {
        foreach ($one in $Change) {
            if ($null -eq $one.Value) {
                Remove-UcAppSetting -LiteralPath $Path -Key $one.Key -Confirm:$false -ErrorAction Stop
            } else {
                Set-UcAppSetting -LiteralPath $Path -Key $one.Key -Value $one.Value -Confirm:$false -ErrorAction Stop
            }
        }
        return
    }
    $document = Read-PlanDocument $Path
    $before = $document.Bytes
    foreach ($one in $Change) {
        $document.Text = Edit-PlanText $document $one.Key $one.Value
        $document.Xml = ConvertTo-PlanXml $Path $document.Text
    }
    Write-PlanDocument $Path $before (ConvertTo-PlanBytes $document $document.Text)
    $state = Read-PlanWebConfig -Path $Path -Key @($Change | ForEach-Object { $_.Key })
    foreach ($one in $Change) {
        $read = $state[$one.Key]
        $same = ($null -eq $read) -eq ($null -eq $one.Value) -and [string]::Equals($read, $one.Value, [StringComparison]::Ordinal)
        if (-not $same) { throw ($words.NotWritten -f $Path, $one.Key) }
    }
}

# Puts new bytes in the place of a file in one go; the copy keeps the ending .config, which web servers never give out.
function Write-PlanDocument {
    param([string]$Path, [byte[]]$Before, [byte[]]$After)
    if (Test-PlanBytes $Before $After) { return }
    if (([System.IO.File]::GetAttributes($Path) -band [System.IO.FileAttributes]::ReadOnly) -ne 0) { Stop-PlanEdit $Path $words.ReadOnly }
    $stamp = [DateTime]::Now.ToString('yyyyMMdd-HHmmss-fff', [System.Globalization.CultureInfo]::InvariantCulture)
    $copy = $Path + '.' + $stamp + '.backup.config'
    $new = $Path + '.' + $stamp + '.new.config'
    # Neither replaces a file that is there already.
    [System.IO.File]::Copy($Path, $copy, $false)
    $stream = New-Object System.IO.FileStream $new, ([System.IO.FileMode]::CreateNew)
    try {
        try { $stream.Write($After, 0, $After.Length); $stream.Flush($true) } finally { $stream.Close() }
        if (-not (Test-PlanBytes $Before ([System.IO.File]::ReadAllBytes($Path)))) { throw ($words.Meanwhile -f $Path) }
        [System.IO.File]::Replace($new, $Path, [NullString]::Value)
    } finally {
        [System.IO.File]::Delete($new)
    }
    Write-Verbose ($words.Copied -f $copy)
}

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
