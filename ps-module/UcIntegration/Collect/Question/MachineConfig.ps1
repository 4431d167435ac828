# Facts of the machine: the Web.config files of OWA. Only settings of instant messaging leave the file: other values
# may be secrets. Reads only, through the library.

Add-UcSection -Path 'machine.webConfigs' -Text 'Get-UcAppSetting' -Read {
    param($Context)
    if (-not (Test-UcExchangeMachine $Context)) { return }
    Get-UcWebConfig -Context $Context -Path ($Context.InstallPath + 'ClientAccess\Owa\web.config') -BackEnd $true
    Get-UcWebConfig -Context $Context -Path ($Context.InstallPath + 'FrontEnd\HttpProxy\owa\web.config') -BackEnd $false
}
