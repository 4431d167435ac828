function Get-UcSection {
    <#
    .SYNOPSIS
    Asks one question.

    .DESCRIPTION
    Answers a fact: command, time, and values or error.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([hashtable]$Section, [hashtable]$Context)
    $Context.Failures = New-Object System.Collections.ArrayList
    $Context.Answered = $false
    $fact = [ordered]@{ command = $Section.Text; time = [datetime]::UtcNow }
    try {
        if ($Section.Command -and -not (Test-UcShellCommand -Name $Section.Command -Loaded:($Section.Group -ne 'machine'))) {
            throw (New-Object System.InvalidOperationException (Get-UcText -Key 'Fact_CommandMissing' -Values $Section.Command))
        }
        $values = @(& $Section.Read $Context)
        if ($values.Count -eq 0 -and -not $Context.Answered -and $Context.Failures.Count -gt 0) {
            $fact['error'] = $Context.Failures[0]['error']
        } else {
            $fact['values'] = $values
        }
    } catch {
        $fact['error'] = Format-UcCause $_
    }
    if ($Context.Failures.Count -gt 0) { $fact['failures'] = $Context.Failures.ToArray() }
    return $fact
}
