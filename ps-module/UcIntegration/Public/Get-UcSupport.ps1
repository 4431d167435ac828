function Get-UcSupport {
    # .EXTERNALHELP UcIntegration-help.xml
    [CmdletBinding(PositionalBinding = $false)]
    [OutputType('UcIntegration.Support')]
    param(
        [ValidateSet('SE', '2019', '2015', '2013', '2010', '2007R2')]
        [string]$Lync,

        [ValidateSet('SE', '2019', '2016', '2013', '2010', '2007', 'Online')]
        [string]$Exchange,

        [ValidateSet('OwaIm', 'OAuth', 'UnifiedMessaging', 'UnifiedContactStore', 'Archiving', 'Photos', 'OnlineOwaIm', 'OnlineUnifiedMessaging')]
        [string]$Feature
    )
    Import-UcCallerPreference -Cmdlet $PSCmdlet
    $request = @{}
    # The library tells upper from lower case, a person does not: the sets above have the right case.
    foreach ($name in 'Lync', 'Exchange', 'Feature') {
        if (-not $PSBoundParameters.ContainsKey($name)) { continue }
        $known = $MyInvocation.MyCommand.Parameters[$name].Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] }
        $request[$name.ToLowerInvariant()] = @($known.ValidValues -eq $PSBoundParameters[$name])[0]
    }
    try {
        $answer = Invoke-UcCheckedRequest -Function 'uc_support_list' -Request $request
    } catch {
        Write-UcError -Cmdlet $PSCmdlet -Cause $_ -Terminate
    }
    foreach ($row in $answer.Body['rows']) { New-UcSupportObject -Row $row }
}
