function Add-UcProgress {
    <#
    .SYNOPSIS
    Takes one entry into account.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([hashtable]$Progress, [hashtable]$Entry)
    if ($Entry['event'] -eq 'Plan') { return }
    $number = [long]$Entry['number']
    if (-not $Progress.ContainsKey($number)) { $Progress[$number] = @{ Event = ''; Started = ''; Done = ''; Undone = ''; Entry = @{} } }
    $step = $Progress[$number]
    $step.Event = $Entry['event']
    switch ($Entry['event']) {
        # What is done again is no longer taken back.
        'Started' { $step.Started = $Entry['time']; $step.Undone = '' }
        'Done' { $step.Done = $Entry['time'] }
        'Undone' { $step.Undone = $Entry['time']; $step.Started = ''; $step.Done = ''; $step.Entry = @{} }
    }
    foreach ($name in 'backupId', 'sha256Before', 'sha256After') {
        if ($null -ne $Entry[$name]) { $step.Entry[$name] = $Entry[$name] }
    }
}
