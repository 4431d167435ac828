# Completion of keys and backup ids from the file that the command line names, of rules and of thumbprints. PowerShell 3.0
# and 4.0 cannot register completers; there, only the fixed names of -Kind and the like complete (ValidateSet).

# The text of a completion: quoted where it would not be one word.
function Format-UcCompletion {
    param([string]$Text)
    if ($Text -match '^[\w.\-]+$') { return $Text }
    return "'" + ($Text -replace '[\u0027\u2018-\u201b]', '$0$0') + "'"
}

# The completions of these texts that begin with the word.
function New-UcCompletion {
    param([string]$Word, [object[]]$Item)
    $start = $Word.Trim('''"')
    foreach ($one in $Item) {
        if (-not $one.Text.StartsWith($start, [StringComparison]::OrdinalIgnoreCase)) { continue }
        New-Object System.Management.Automation.CompletionResult (Format-UcCompletion $one.Text), $one.Text, 'ParameterValue', $one.Tip
    }
}

$script:UcKeyCompleter = {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    try {
        $file = @{}
        foreach ($name in 'Path', 'LiteralPath', 'Location') {
            if ($fakeBoundParameters.Contains($name)) { $file[$name] = $fakeBoundParameters[$name] }
        }
        if ($file.Count -eq 0) { return }
        $seen = @{}
        $items = foreach ($setting in (Get-UcAppSetting @file -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)) {
            if (-not $setting.Effective -or $seen.ContainsKey($setting.Key)) { continue }
            $seen[$setting.Key] = $true
            @{ Text = $setting.Key; Tip = '{0} = {1}' -f $setting.Key, $setting.Value }
        }
        New-UcCompletion -Word $wordToComplete -Item @($items | Where-Object { $null -ne $_ } | Sort-Object -Property { $_.Text })
    } catch {
        return
    }
}

$script:UcBackupCompleter = {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    try {
        $file = @{}
        foreach ($name in 'Path', 'LiteralPath', 'BackupDirectory') {
            if ($fakeBoundParameters.Contains($name)) { $file[$name] = $fakeBoundParameters[$name] }
        }
        $items = foreach ($backup in (Get-UcConfigBackup @file -ErrorAction SilentlyContinue -WarningAction SilentlyContinue)) {
            @{ Text = $backup.Id; Tip = ('{0:g} {1} {2}' -f $backup.Time, $backup.Path, $backup.Reason).Trim() }
        }
        New-UcCompletion -Word $wordToComplete -Item @($items | Where-Object { $null -ne $_ })
    } catch {
        return
    }
}

$script:UcRuleCompleter = {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    try {
        $items = foreach ($rule in (Get-UcRule)) { @{ Text = $rule.Id; Tip = $rule.Title } }
        New-UcCompletion -Word $wordToComplete -Item @($items)
    } catch {
        return
    }
}

$script:UcThumbprintCompleter = {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    try {
        $items = foreach ($certificate in (Get-UcMachineCertificate)) {
            @{ Text = $certificate.Thumbprint; Tip = '{0} ({1:d})' -f $certificate.Subject, $certificate.NotAfter }
        }
        New-UcCompletion -Word $wordToComplete -Item @($items | Where-Object { $null -ne $_ })
    } catch {
        return
    }
}

# Registers the completers where this PowerShell can.
function Register-UcCompleter {
    $register = Get-Command -Name 'Register-ArgumentCompleter' -ErrorAction SilentlyContinue
    if ($null -eq $register) { return }
    & $register -CommandName 'Get-UcAppSetting', 'Set-UcAppSetting', 'Remove-UcAppSetting' -ParameterName 'Key' -ScriptBlock $script:UcKeyCompleter
    & $register -CommandName 'Get-UcConfigBackup', 'Restore-UcConfig' -ParameterName 'Id' -ScriptBlock $script:UcBackupCompleter
    & $register -CommandName 'Get-UcRule' -ParameterName 'Id' -ScriptBlock $script:UcRuleCompleter
    & $register -CommandName 'Test-UcCertificate' -ParameterName 'Thumbprint' -ScriptBlock $script:UcThumbprintCompleter
}
