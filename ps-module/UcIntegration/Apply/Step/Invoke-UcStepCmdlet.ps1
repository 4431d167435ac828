function Invoke-UcStepCmdlet {
    <#
    .SYNOPSIS
    Runs a cmdlet of a plan, or a script that Exchange brings along.

    .DESCRIPTION
    The question was asked for the step; a second one by the product would wait where nobody looks.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Command)
    $name = $Command['name']
    $parameters = ConvertTo-UcSplat $Command
    if ($name -like '*.ps1') {
        [void](Invoke-UcExchangeScript -Name $name -Parameter $parameters)
        return
    }
    if ($name -eq 'Restart-WebAppPool') {
        [void](Restart-UcWebAppPool @parameters)
        return
    }
    $found = Get-Command -Name $name -ErrorAction Stop
    if ($found.Parameters.ContainsKey('Confirm')) { $parameters['Confirm'] = $false }
    $parameters['ErrorAction'] = 'Stop'
    if ($name -eq 'Get-ExchangeDiagnosticInfo') {
        [void](& $name @parameters | Assert-UcRefresh)
        return
    }
    [void](& $name @parameters)
}
