function Register-UcCompleter {
    <#
    .SYNOPSIS
    Registers the completers where this PowerShell can.
    #>
    [OutputType([void])]
    param()
    $register = Get-Command -Name 'Register-ArgumentCompleter' -ErrorAction SilentlyContinue
    if ($null -eq $register) { return }
    & $register -CommandName 'Get-UcAppSetting', 'Set-UcAppSetting', 'Remove-UcAppSetting' -ParameterName 'Key' -ScriptBlock $script:UcKeyCompleter
    & $register -CommandName 'Get-UcConfigBackup', 'Restore-UcConfig' -ParameterName 'Id' -ScriptBlock $script:UcBackupCompleter
    & $register -CommandName 'Get-UcRule' -ParameterName 'Id' -ScriptBlock $script:UcRuleCompleter
    & $register -CommandName 'Test-UcCertificate' -ParameterName 'Thumbprint' -ScriptBlock $script:UcThumbprintCompleter
}
