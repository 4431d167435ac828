function New-UcRun {
    <#
    .SYNOPSIS
    What one call of Invoke-UcPlan or Undo-UcPlan shares.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [hashtable]$Plan, [string]$Folder, [bool]$Force)
    $steps = @{}
    foreach ($stage in $Plan['stages']) {
        foreach ($step in $stage['steps']) { $steps[[long]$step['number']] = $step }
    }
    return @{
        Cmdlet = $Cmdlet; Plan = $Plan; Folder = $Folder; Force = $Force; Place = Get-UcPlace; Steps = $steps; Journal = $null
        Progress = Get-UcJournalState -Folder $Folder -Plan $Plan; Reason = 'plan ' + $Plan['id']; Stopped = $false; YesToAll = $false; NoToAll = $false
    }
}
