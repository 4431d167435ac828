function Get-UcOwnFactText {
    <#
    .SYNOPSIS
    Documents of what this session and its machine tell, for the questions of these scenarios; of all, if none is
    named.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [string[]]$Scenario)
    # A parameter with a set of values takes no $null, not even where that means all.
    $asked = @{}
    if ($Scenario) { $asked['Scenario'] = $Scenario }
    Get-UcFactText -Cmdlet $Cmdlet -Fact @(Get-UcFact @asked)
}
