function Get-UcStepState {
    <#
    .SYNOPSIS
    The state of a step now.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Transition)
    $probe = $Transition['probe']
    $names = @(Get-UcStateName $Transition['before'] $Transition['after'])
    switch ($probe['kind']) {
        'Object' { return Read-UcObjectState -From { Invoke-UcStepReader -Command $probe['command'] } -Where $probe['filter'] -Name $names }
        'WebConfig' { return Get-UcFileState -Path $probe['path'] -Name $names }
        'ImSettings' { return Read-UcImState -Server $probe['server'] }
        'Readers' { return Read-UcReaderState -Container $probe['container'] -Name $names }
    }
}
