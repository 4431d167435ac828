function Invoke-UcStepEach {
    <#
    .SYNOPSIS
    Runs a cmdlet for each object that another one puts out and that meets the conditions.

    .DESCRIPTION
    The name of an object is a value of this session: no plan can know it.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Command)
    foreach ($object in @(Get-UcObject -From { Invoke-UcStepReader -Command $Command['read'] } -Where $Command['filter'])) {
        $identity = @{ name = 'Identity'; value = [string](Get-UcMember $object 'Identity') }
        Invoke-UcStepCmdlet -Command @{ name = $Command['command']['name']; parameters = @($Command['command']['parameters']) + $identity }
    }
}
