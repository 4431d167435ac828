# Edits: the changes of one pipeline are collected by file and location, shown, confirmed and then written, all changes
# of a file at once or none. Shared by the functions that set and remove settings.

# An empty collection of edits, in the order in which the files were named.
function New-UcEditList {
    $comparer = [StringComparer]::Ordinal
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { $comparer = [StringComparer]::OrdinalIgnoreCase }
    return @{
        Order  = New-Object System.Collections.ArrayList
        ByFile = New-Object 'System.Collections.Generic.Dictionary[string,object]' $comparer
    }
}

# Adds changes to the edit of a file.
function Add-UcEdit {
    param([hashtable]$List, [string]$Path, [string]$Location, [object[]]$Change)
    $name = $Path + "`n" + $Location
    if (-not $List.ByFile.ContainsKey($name)) {
        $edit = @{ Path = $Path; Location = $Location; Changes = New-Object System.Collections.ArrayList }
        $List.ByFile.Add($name, $edit)
        [void]$List.Order.Add($edit)
    }
    $List.ByFile[$name].Changes.AddRange($Change)
}

# The request of an edit. Options: NoBackup, BackupDirectory, Reason, SkipValueCheck.
function New-UcEditRequest {
    param([hashtable]$Edit, [hashtable]$Option)
    $request = @{ path = $Edit.Path; changes = $Edit.Changes }
    if ($Edit.Location) { $request['location'] = $Edit.Location }
    if ($Option.Reason) { $request['reason'] = $Option.Reason }
    if ($Option.SkipValueCheck) { $request['skipValueCheck'] = $true }
    if ($Option.NoBackup) {
        $request['backup'] = @{ enabled = $false }
    } elseif ($Option.BackupDirectory) {
        $request['backup'] = @{ directory = $Option.BackupDirectory }
    }
    return $request
}

# What an edit will do, line by line, as -WhatIf and -Confirm show it.
function Format-UcEdit {
    param([hashtable]$Body)
    $lines = @(Get-UcText -Key 'Edit_Title' -Values $Body['path'])
    foreach ($change in $Body['changes']) {
        if ($change['action'] -eq 'Unchanged') { continue }
        $lines += Get-UcText -Key ('Edit_' + $change['action']) -Values $change['key'], $change['line']
        if ($null -ne $change['lineBefore']) { $lines += '  - ' + $change['lineBefore'].Trim() }
        if ($null -ne $change['lineAfter']) { $lines += '  + ' + $change['lineAfter'].Trim() }
    }
    return $lines -join [Environment]::NewLine
}

# Says what was wrong with the values that were given, and what is written instead.
function Write-UcValueWarning {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [object[]]$Change)
    foreach ($one in $Change) {
        foreach ($warning in $one['valueWarnings']) {
            $Cmdlet.WriteWarning((Get-UcText -Key 'Edit_Value' -Values $one['key'], $one['new'], $warning['message']))
        }
    }
}

# Shows, confirms and writes one edit; puts out its changes if PassThru is set. What is written is what was shown: the
# library refuses if the file changed in between.
function Invoke-UcEdit {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Edit, [hashtable]$Option)
    $request = New-UcEditRequest -Edit $Edit -Option $Option
    $request['dryRun'] = $true
    $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_config_apply' -Request $request
    if ($answer.Ok) { Write-UcValueWarning -Cmdlet $Cmdlet -Change $answer.Body['changes'] }
    if ($answer.Ok -and $answer.Body['changed']) {
        $text = Format-UcEdit -Body $answer.Body
        $question = $text + [Environment]::NewLine + (Get-UcText -Key 'Edit_Question')
        if (-not $Cmdlet.ShouldProcess($text, $question, (Get-UcText -Key 'Edit_Caption'))) { return }
        $request['dryRun'] = $false
        $request['expectedSha256'] = $answer.Body['sha256Before']
        $answer = Invoke-UcRequest -Cmdlet $Cmdlet -Function 'uc_config_apply' -Request $request
    }
    if (-not $answer.Ok) {
        $Cmdlet.WriteError((ConvertTo-UcErrorRecord -Body $answer.Body -Path $Edit.Path))
        return
    }
    foreach ($change in $answer.Body['changes']) {
        $object = New-UcChangeObject -Change $change -Body $answer.Body -Location $Edit.Location
        if ($object.OverriddenBy -and -not $object.Effective) {
            $Cmdlet.WriteWarning((Get-UcText -Key 'Edit_NotEffective' -Values $object.Key, $object.Path, $object.OverriddenBy))
        }
        if ($Option.PassThru) { $Cmdlet.WriteObject($object) }
    }
}

# The options of the edits of one call; nothing if the backup folder is not a path of the file system.
function New-UcEditOption {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string]$BackupDirectory, [bool]$NoBackup, [string]$Reason, [bool]$PassThru, [bool]$SkipValueCheck)
    $directory = ''
    if ($BackupDirectory) {
        $directory = Resolve-UcLiteralPath -Cmdlet $Cmdlet -Path $BackupDirectory
        if (-not $directory) { return }
    }
    return @{ BackupDirectory = $directory; NoBackup = $NoBackup; Reason = $Reason; PassThru = $PassThru; SkipValueCheck = $SkipValueCheck }
}

# The changes that a dictionary of settings asks for. A value that is not one plain text or number is an error, and
# then nothing is returned: half of a dictionary is not what was meant.
function ConvertTo-UcChange {
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [System.Collections.IDictionary]$Setting)
    $changes = @()
    foreach ($key in $Setting.Keys) {
        $value = $Setting[$key]
        if ($value -is [psobject]) { $value = $value.PSObject.BaseObject }
        if ($value -isnot [string] -and $value -isnot [System.ValueType]) {
            $type = if ($null -eq $value) { '$null' } else { $value.GetType().Name }
            $Cmdlet.WriteError((New-UcOwnErrorRecord -Id 'SettingValueInvalid' -Key 'Setting_ValueInvalid' -Values $key, $type -Target $key -WithHint))
            return
        }
        $changes += @{ op = 'set'; key = [string]$key; value = [string]$value }
    }
    return $changes
}
