function Get-UcRepeatWait {
    <#
    .SYNOPSIS
    The stage of another place that has to be taken back before a step is repeated here; nothing if there is none.

    .DESCRIPTION
    Where the journals of that place are not here, nothing says that it was taken back.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Run, [hashtable]$Step)
    if (-not (Get-UcStepProgress -Run $Run -Number $Step['number']).Done) { return }
    foreach ($stage in $Run.Plan['stages']) {
        if (Test-UcOwnStage -Stage $stage -Place $Run.Place) { continue }
        $followed = @($stage['steps'] | Where-Object { $Step['follows'] -contains $_['number'] -and -not (Test-UcFollowUpStep $_) })
        if (@($followed | Where-Object { -not (Get-UcStepProgress -Run $Run -Number $_['number']).Undone }).Count -gt 0) { return $stage }
    }
}
