function New-UcCompletion {
    <#
    .SYNOPSIS
    The completions of these texts that begin with the word.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.CompletionResult])]
    param([string]$Word, [object[]]$Item)
    $start = $Word.Trim('''"')
    foreach ($one in $Item) {
        if (-not $one.Text.StartsWith($start, [StringComparison]::OrdinalIgnoreCase)) { continue }
        New-Object System.Management.Automation.CompletionResult (Format-UcCompletion $one.Text), $one.Text, 'ParameterValue', $one.Tip
    }
}
