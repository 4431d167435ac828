# Completion of keys and backup ids from the file that the command line names, of rules, of symptoms and of thumbprints. A completer
# never fails: without an answer there are no completions.

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

$script:UcSymptomCompleter = {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    try {
        $items = foreach ($rule in (Get-UcRule)) { foreach ($text in $rule.Symptom) { @{ Text = $text; Tip = '{0}: {1}' -f $rule.Id, $text } } }
        New-UcCompletion -Word $wordToComplete -Item @($items | Where-Object { $null -ne $_ })
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
