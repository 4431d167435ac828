function Remove-UcErrorEntry {
    <#
    .SYNOPSIS
    Takes an exception that was handled out of a list of errors.

    .DESCRIPTION
    A list holds error records, and exceptions that PowerShell put around the one that was thrown.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([System.Collections.IList]$List, [System.Exception]$Exception)
    for ($i = $List.Count - 1; $i -ge 0; $i--) {
        $one = $List[$i]
        if ($one -is [System.Management.Automation.ErrorRecord]) { $one = $one.Exception }
        while ($null -ne $one -and -not [object]::ReferenceEquals($one, $Exception)) { $one = $one.InnerException }
        if ($null -ne $one) { $List.RemoveAt($i) }
    }
}
