# The instant messaging settings that a server works with, as its processes report them. Changes nothing.
function Read-PlanImSetting {
    param([string]$Server)
    [xml]$answer = Get-ExchangeDiagnosticInfo -Server $Server -Process 'MSExchangeMailboxAssistants' -Component 'VariantConfiguration' -Argument 'Config,Component=OwaServer' -ErrorAction Stop
    $settings = $answer.SelectSingleNode('/Diagnostics/Components/VariantConfiguration/Configuration/OwaServer/IMSettings')
    $state = @{ IMServerName = $null; IMCertificateThumbprint = $null }
    if ($null -eq $settings) { return $state }
    foreach ($name in 'IMServerName', 'IMCertificateThumbprint') {
        $node = $settings.SelectSingleNode($name + ' | @' + $name)
        if ($null -ne $node -and $node.InnerText.Trim().Length -gt 0) { $state[$name] = $node.InnerText.Trim() }
    }
    return $state
}
