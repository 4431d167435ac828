# The journal of a plan: one file for each plan, machine and shell, JSON lines, only ever added to. It says what was
# begun and what was done, and is on the disk before a command runs. It must not hold secrets, nor decide anything.

$script:UcJournalSchema = 'uc-integration/journal/1'

# The folder of the journals of this call.
function Get-UcJournalFolder {
    param([System.Management.Automation.SessionState]$Session, [string]$Path)
    if ($Path) { return Resolve-UcLiteralPath -Session $Session -Path $Path }
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $data = [Environment]::GetFolderPath('CommonApplicationData')
        return [System.IO.Path]::Combine($data, 'UcIntegration', 'Journals')
    }
    $state = $env:XDG_STATE_HOME
    if (-not $state) { $state = [System.IO.Path]::Combine($env:HOME, '.local', 'state') }
    return [System.IO.Path]::Combine($state, 'uc-integration', 'journals')
}

# The file for a stage. Names come from files that anybody may have written: they must not lead out of the folder.
function Get-UcJournalFile {
    param([string]$Folder, [hashtable]$Plan, [string]$Computer, [string]$Shell)
    $name = ('{0}-{1}-{2}' -f $Plan['id'], $Computer.ToLowerInvariant(), $Shell) -replace '[^\w.\-]', '_'
    return [System.IO.Path]::Combine($Folder, $name + '.jsonl')
}

# The bytes of a journal, also while another process writes it.
function Read-UcJournalByte {
    param([string]$File)
    $stream = New-Object System.IO.FileStream $File, 'Open', 'Read', 'ReadWrite'
    try {
        $memory = New-Object System.IO.MemoryStream
        $stream.CopyTo($memory)
        return , $memory.ToArray()
    } finally {
        $stream.Close()
    }
}

# The entries of a journal. What stands behind the last line end was cut by a crash and does not count; any other line
# that cannot be read is an error.
function Read-UcJournal {
    param([string]$File)
    $text = [System.Text.Encoding]::UTF8.GetString((Read-UcJournalByte $File))
    $lines = $text.Split("`n")
    for ($i = 0; $i -lt $lines.Length - 1; $i++) {
        if ($lines[$i] -eq '') { continue }
        $entry = $null
        # A line that a crash cut and that was ended afterwards is known by what ends it.
        if ($lines[$i].Length -gt 0 -and $lines[$i][$lines[$i].Length - 1] -eq [char]0x18) { continue }
        if ($lines[$i] -match '^\{.*\}$') {
            try { $entry = ConvertFrom-UcJson -Bytes ([System.Text.Encoding]::UTF8.GetBytes($lines[$i])) } catch { $entry = $null }
        }
        if ($entry -isnot [hashtable] -or $entry['event'] -isnot [string] -or $entry['time'] -isnot [string]) {
            throw (New-UcOwnErrorRecord -Id 'JournalDamaged' -Key 'Journal_Damaged' -Values $File, ($i + 1) -Target $File)
        }
        $entry
    }
}

# Opens a journal for writing; a second writer is refused.
function Open-UcJournal {
    param([string]$Folder, [hashtable]$Plan, [hashtable]$Place, [string]$Shell)
    $file = Get-UcJournalFile -Folder $Folder -Plan $Plan -Computer $Place.Computer -Shell $Shell
    try {
        [void][System.IO.Directory]::CreateDirectory($Folder)
        $stream = New-Object System.IO.FileStream $file, 'OpenOrCreate', 'ReadWrite', 'Read'
    } catch {
        throw (New-UcOwnErrorRecord -Id 'JournalInUse' -Key 'Journal_InUse' -Values $file, (Get-UcCause $_) -Target $file)
    }
    $journal = @{ Stream = $stream; File = $file; Computer = $Place.Computer }
    try {
        Complete-UcJournalLine $journal
        if ($stream.Length -eq 0 -or @(Read-UcJournal $file).Count -eq 0) {
            Add-UcJournalEntry -Journal $journal -Entry @{ event = 'Plan'; schema = $script:UcJournalSchema; plan = $Plan['text'] }
        }
    } catch {
        $stream.Close()
        throw
    }
    return $journal
}

# Ends a line that a crash cut, with a mark that no entry has, and goes to the end.
function Complete-UcJournalLine {
    param([hashtable]$Journal)
    $stream = $Journal.Stream
    if ($stream.Length -gt 0) {
        [void]$stream.Seek(-1, 'End')
        $last = $stream.ReadByte()
        [void]$stream.Seek(0, 'End')
        if ($last -ne 10) {
            $stream.WriteByte(0x18)
            $stream.WriteByte(10)
        }
    }
}

# Adds an entry; it is on the disk when this returns.
function Add-UcJournalEntry {
    param([hashtable]$Journal, [hashtable]$Entry)
    $Entry['time'] = [datetime]::UtcNow.ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
    $Entry['user'] = [Environment]::UserDomainName + '\' + [Environment]::UserName
    $Entry['computer'] = $Journal.Computer
    $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-UcJson $Entry) + "`n")
    $Journal.Stream.Write($bytes, 0, $bytes.Length)
    $Journal.Stream.Flush($true)
}

# What all journals of a plan in a folder say of each step: number -> @{ Event; Done; Undone; Started; Entry }, where
# Done, Undone and Started are times or empty, and Entry has what an edit left behind.
function Get-UcProgress {
    param([string]$Folder, [hashtable]$Plan)
    $progress = @{}
    if (-not [System.IO.Directory]::Exists($Folder)) { return $progress }
    $prefix = (('{0}-' -f $Plan['id']) -replace '[^\w.\-]', '_')
    $files = @([System.IO.Directory]::GetFiles($Folder, $prefix + '*.jsonl') | Sort-Object)
    $entries = @(foreach ($file in $files) { Read-UcJournal $file })
    foreach ($entry in ($entries | Sort-Object -Property { $_['time'] })) { Add-UcProgress -Progress $progress -Entry $entry }
    return $progress
}

# Takes one entry into account.
function Add-UcProgress {
    param([hashtable]$Progress, [hashtable]$Entry)
    if ($Entry['event'] -eq 'Plan') { return }
    $number = [long]$Entry['number']
    if (-not $Progress.ContainsKey($number)) { $Progress[$number] = @{ Event = ''; Started = ''; Done = ''; Undone = ''; Entry = @{} } }
    $step = $Progress[$number]
    $step.Event = $Entry['event']
    switch ($Entry['event']) {
        'Started' { $step.Started = $Entry['time'] }
        'Done' { $step.Done = $Entry['time'] }
        'Undone' { $step.Undone = $Entry['time']; $step.Started = ''; $step.Done = ''; $step.Entry = @{} }
    }
    foreach ($name in 'backupId', 'sha256Before', 'sha256After') {
        if ($null -ne $Entry[$name]) { $step.Entry[$name] = $Entry[$name] }
    }
}
