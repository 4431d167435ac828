function Get-UcDiagnosticParameter {
    <#
    .SYNOPSIS
    What to ask a server for its settings: until Exchange 2016 CU3 (build 544) another process has them.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param($Server)
    $parameter = @{ Server = $Server['name']; Process = 'MSExchangeMailboxAssistants'; Component = 'VariantConfiguration'; Argument = 'Config,Component=OwaServer' }
    if ($Server['version'] -match '15\.1 \(Build (\d+)' -and [int]$Matches[1] -le 544) {
        $parameter['Process'] = 'Microsoft.Exchange.Directory.TopologyService'
        $parameter['Argument'] = 'Config'
    }
    return $parameter
}
