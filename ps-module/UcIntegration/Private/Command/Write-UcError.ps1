function Write-UcError {
    <#
    .SYNOPSIS
    Turns what was thrown into the error of a command: at the line of its caller, and once in its lists of errors.

    .DESCRIPTION
    Functions throw error records; only this hands them to a command. Terminate ends the call, and so does a library that
    does not answer in its own form.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Management.Automation.PSCmdlet]$Cmdlet, [System.Management.Automation.ErrorRecord]$Cause, [switch]$Terminate)
    foreach ($type in [System.Management.Automation.PipelineStoppedException], [System.Management.Automation.ActionPreferenceStopException]) {
        # The caller ends the pipeline: that is no error of ours.
        if ($Cause.Exception -is $type) { throw $Cause.Exception }
    }
    $thrown = Get-UcThrown $Cause
    $id = $thrown.FullyQualifiedErrorId.Split(',')[0]
    # A record that was thrown keeps the line where it was thrown; a new one gets that of the caller.
    $record = New-Object System.Management.Automation.ErrorRecord $thrown.Exception, $id, $thrown.CategoryInfo.Category, $thrown.TargetObject
    $record.ErrorDetails = $thrown.ErrorDetails
    # PowerShell has put what was thrown into the lists already, once for each function that it passed.
    $lists = @(, $global:Error)
    $name = $Cmdlet.MyInvocation.BoundParameters['ErrorVariable']
    if ($name) { $lists += , $Cmdlet.SessionState.PSVariable.GetValue($name.TrimStart('+')) }
    foreach ($list in $lists) {
        if ($list -is [System.Collections.IList]) { Remove-UcErrorEntry -List $list -Exception $Cause.Exception }
    }
    if ($Terminate -or $id -eq 'LibraryResponse') { $Cmdlet.ThrowTerminatingError($record) }
    $Cmdlet.WriteError($record)
}
