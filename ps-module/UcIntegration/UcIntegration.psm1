# Loads the module from its parts: every line that begins with a dot names one part, in the order in which they are
# needed. The packaging command puts the text of each part in the place of its line, so a part must not ask where its
# file is: $script:UcModuleRoot is the folder of the module in both cases.
Set-StrictMode -Version Latest
$script:UcModuleRoot = $PSScriptRoot

. "$PSScriptRoot/Private/Text.ps1"
. "$PSScriptRoot/Private/Json.ps1"
. "$PSScriptRoot/Private/Error.ps1"
. "$PSScriptRoot/Private/Native.ps1"
. "$PSScriptRoot/Private/Request.ps1"
. "$PSScriptRoot/Private/Preference.ps1"
. "$PSScriptRoot/Private/Path.ps1"
. "$PSScriptRoot/Private/Output.ps1"
. "$PSScriptRoot/Private/Edit.ps1"
. "$PSScriptRoot/Private/Backup.ps1"
. "$PSScriptRoot/Private/Estate.ps1"
. "$PSScriptRoot/Private/Finding.ps1"
. "$PSScriptRoot/Private/Completion.ps1"
. "$PSScriptRoot/Public/Clear-UcConfigBackup.ps1"
. "$PSScriptRoot/Public/Get-UcAppSetting.ps1"
. "$PSScriptRoot/Public/Get-UcConfigBackup.ps1"
. "$PSScriptRoot/Public/Get-UcPlan.ps1"
. "$PSScriptRoot/Public/Get-UcRule.ps1"
. "$PSScriptRoot/Public/Remove-UcAppSetting.ps1"
. "$PSScriptRoot/Public/Restore-UcConfig.ps1"
. "$PSScriptRoot/Public/Set-UcAppSetting.ps1"
. "$PSScriptRoot/Public/Test-UcConfig.ps1"
. "$PSScriptRoot/Public/Test-UcIntegration.ps1"
. "$PSScriptRoot/Public/Test-UcOwaIm.ps1"
. "$PSScriptRoot/Public/Test-UcValue.ps1"
. "$PSScriptRoot/Private/Start.ps1"
