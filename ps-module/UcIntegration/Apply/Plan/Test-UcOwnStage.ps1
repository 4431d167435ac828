function Test-UcOwnStage {
    <#
    .SYNOPSIS
    Whether a stage is done here.

    .DESCRIPTION
    A short name is enough only where the machine does not know its domain.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([hashtable]$Stage, [hashtable]$Place)
    if ($Stage['shell'] -ne 'Local' -and $Place.Shells -notcontains $Stage['shell']) { return $false }
    $machine = [string]$Stage['machine']
    if (-not $machine -or $machine -eq $Place.Computer) { return $true }
    return -not $Place.Computer.Contains('.') -and $machine.Split('.')[0] -eq $Place.Computer
}
