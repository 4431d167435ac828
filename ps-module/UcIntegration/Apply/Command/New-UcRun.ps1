function New-UcRun {
    <#
    .SYNOPSIS
    What one call of Invoke-UcPlan or Undo-UcPlan shares.

    .DESCRIPTION
    Cmdlet is for the questions of Confirm-UcStep alone. Errors are the records that the command writes at its end
    (Write-UcRunError).
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
        Progress = Get-UcJournalState -Folder $Folder -Plan $Plan; Reason = 'plan ' + $Plan['id']; Stopped = $false; Errors = (New-Object System.Collections.ArrayList); YesToAll = $false; NoToAll = $false
    }
}
