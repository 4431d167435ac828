function Register-UcCompleter {
    <#
    .SYNOPSIS
    Registers the completers where this PowerShell can.
    #>
    [OutputType([void])]
    param()
    # Looking for a command that is not there makes old shells search all modules, and leaves an error.
    if ($PSVersionTable.PSVersion.Major -lt 5) { return }
    $register = $ExecutionContext.InvokeCommand.GetCmdlet('Register-ArgumentCompleter')
    if ($null -eq $register) { return }
    & $register -CommandName 'Get-UcAppSetting', 'Set-UcAppSetting', 'Remove-UcAppSetting' -ParameterName 'Key' -ScriptBlock $script:UcKeyCompleter
    & $register -CommandName 'Get-UcConfigBackup', 'Restore-UcConfig' -ParameterName 'Id' -ScriptBlock $script:UcBackupCompleter
    & $register -CommandName 'Get-UcRule' -ParameterName 'Id' -ScriptBlock $script:UcRuleCompleter
    & $register -CommandName 'Get-UcRule' -ParameterName 'Symptom' -ScriptBlock $script:UcSymptomCompleter
    $certificate = 'Test-UcCertificate', 'Test-UcIntegration', 'Test-UcOwaIm', 'Get-UcPlan', 'Export-UcReport', 'Enable-UcOwaIm'
    & $register -CommandName $certificate -ParameterName 'CertificateThumbprint' -ScriptBlock $script:UcThumbprintCompleter
    & $register -CommandName 'Test-UcIntegration', 'Get-UcPlan', 'Export-UcReport' -ParameterName 'OAuthCertificateThumbprint' -ScriptBlock $script:UcThumbprintCompleter
}
