function Get-UcImSetting {
    <#
    .SYNOPSIS
    The instant messaging settings that a server works with; nothing if it does not tell, which is a failure.

    .DESCRIPTION
    Where the version is not known, both processes are asked that may have them, and what the first one said counts for
    nothing if the second one tells.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([hashtable]$Context, $Server)
    $before = $Context.Failures.Count
    foreach ($question in (Get-UcImQuestion -Version $Server['version'])) {
        $question['Server'] = $Server['name']
        $answer = @(Get-UcAnswer $Context 'Get-ExchangeDiagnosticInfo' $question -Target $Server['name'])
        if ($answer.Count -eq 0) { continue }
        try {
            $settings = ConvertTo-UcImSetting $answer[0]
            if ($null -eq $settings) { throw (Get-UcText -Key 'Fact_PropertyMissing' -Values 'IMSettings') }
        } catch {
            Add-UcFailure -Context $Context -Target $Server['name'] -Cause (Format-UcCause $_)
            continue
        }
        $Context.Failures.RemoveRange($before, $Context.Failures.Count - $before)
        return $settings
    }
    # Of two reasons the first is that of the process that current versions have.
    $more = $Context.Failures.Count - $before - 1
    if ($more -gt 0) { $Context.Failures.RemoveRange($before + 1, $more) }
}
