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
    [byte[]]$content = $Document.Encoding.GetBytes($Text)
    $stream.Write($content, 0, $content.Length)
    return , $stream.ToArray()
}

function Test-PlanBytes {
    param([byte[]]$Left, [byte[]]$Right)
    return [Convert]::ToBase64String($Left) -ceq [Convert]::ToBase64String($Right)
}

# The XML of a text.
function ConvertTo-PlanXml {
    param([string]$Path, [string]$Text)
    try { return ConvertTo-UcXml $Text } catch { Stop-PlanEdit $Path $_.Exception.Message }
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
                Set-UcAppSetting -LiteralPath $Path -Key $one.Key -Value $one.Value -SkipValueCheck -Confirm:$false -ErrorAction Stop
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
