function Get-UcUnknown {
    <#
    .SYNOPSIS
    What was asked and not answered, in a document.
    #>
    [CmdletBinding()]
    [OutputType('UcIntegration.UnknownFact')]
    param([System.Collections.IDictionary]$Document, [string[]]$Group)
    foreach ($name in $Group) {
        foreach ($section in $Document[$name].Keys) {
            $fact = $Document[$name][$section]
            $failures = @()
            if ($fact.Contains('failures')) { $failures = $fact['failures'] }
            foreach ($failure in $failures) {
                New-UcUnknownObject -Section ($name + '.' + $section) -Target $failure['target'] -Command $fact['command'] -Cause $failure['error']
            }
            # Where nobody answered, the error of the section is that of the first failure.
            if ($fact.Contains('error') -and @($failures | Where-Object { $_['error'] -eq $fact['error'] }).Count -eq 0) {
                New-UcUnknownObject -Section ($name + '.' + $section) -Target '' -Command $fact['command'] -Cause $fact['error']
            }
        }
    }
}
