@{
    RootModule             = 'UcIntegration.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f4f2f0e-5c0b-4c59-9d7e-3b3a54d8f6a1'
    Author                 = 'UcIntegration contributors'
    CompanyName            = 'UcIntegration'
    Copyright              = '(c) UcIntegration contributors. MIT OR Apache-2.0.'
    Description            = 'Joins Microsoft Exchange and Lync or Skype for Business Server: reads, checks and edits the application settings of configuration files without changing another byte, with a backup of every edit.'
    PowerShellVersion      = '3.0'
    DotNetFrameworkVersion = '4.5'
    CLRVersion             = '4.0'
    FormatsToProcess       = @('UcIntegration.Format.ps1xml')
    FunctionsToExport      = @(
        'Clear-UcConfigBackup'
        'Disable-UcOwaIm'
        'Enable-UcOwaIm'
        'Export-UcFact'
        'Export-UcPlan'
        'Export-UcReport'
        'Get-UcAppSetting'
        'Get-UcConfigBackup'
        'Get-UcFact'
        'Get-UcPlan'
        'Get-UcRule'
        'Get-UcSupport'
        'Invoke-UcPlan'
        'Remove-UcAppSetting'
        'Restore-UcConfig'
        'Set-UcAppSetting'
        'Test-UcCertificate'
        'Test-UcConfig'
        'Test-UcIntegration'
        'Test-UcOwaIm'
        'Test-UcValue'
        'Undo-UcPlan'
    )
    CmdletsToExport        = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags = @('Exchange', 'Lync', 'SkypeForBusiness', 'OWA', 'web.config', 'appSettings')
        }
    }
}
