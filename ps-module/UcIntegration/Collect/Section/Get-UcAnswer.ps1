function Get-UcAnswer {
    <#
    .SYNOPSIS
    Asks one command and puts out its answer.

    .DESCRIPTION
    With a target (one server of several), a failure is kept and the next one can be asked; without, a command that
    ends in an error ends its section. Errors beside an answer are kept as well.
    #>
    [CmdletBinding()]
    [OutputType([object[]])]
    param([hashtable]$Context, [string]$Command, [hashtable]$Parameter = @{}, [string]$Target)
    if ($Command -notmatch '^(Get|Test)-\w+$') { throw (New-Object System.ArgumentException $Command) }
    $arguments = $Parameter.Clone()
    $arguments['ErrorAction'] = 'Continue'
    $causes = New-Object System.Collections.ArrayList
    $answer = New-Object System.Collections.ArrayList
    try {
        foreach ($one in (& $Command @arguments 2>&1)) {
            if ($one -is [System.Management.Automation.ErrorRecord]) { [void]$causes.Add($one) } elseif ($null -ne $one) { [void]$answer.Add($one) }
        }
    } catch {
        if (-not $Target) { throw }
        [void]$causes.Add($_)
    }
    if ($causes.Count -eq 0 -or $answer.Count -gt 0) { $Context.Answered = $true }
    foreach ($cause in $causes) {
        $name = $Target
        if (-not $name) { $name = $cause.CategoryInfo.TargetName }
        if (-not $name) { $name = $Command }
        Add-UcFailure -Context $Context -Target $name -Cause (Format-UcCause $cause)
    }
    return $answer.ToArray()
}
